import type { Drawing } from './house.ts';

/** Asks a name, and after half an hour of silence whether anybody is there. */
export const greeting: Drawing = {
  nodes: {
    start: ['keyword', { keywords: ['hello'] }],
    ask: ['ask', { question: 'Your name?', saveAs: 'name', noReply: { after: '30m' } }],
    greet: ['send-message', { messages: [{ text: 'Hi {{ name }}!' }] }],
    silent: ['send-message', { messages: [{ text: 'Are you there?' }] }],
  },
  edges: ['start.next → ask', 'ask.answered → greet', 'ask.noReply → silent'],
};

/** Calls a web service and goes on with what it said. */
export const lookup: Drawing = {
  nodes: {
    start: ['keyword', { keywords: ['order'] }],
    call: ['http-request', { method: 'GET', url: 'https://shop.test/1', saveAs: 'found' }],
    tell: ['ask', { question: 'It is {{ found.body.status }}. More?', saveAs: 'more' }],
    bye: ['send-message', { messages: [{ text: 'You said {{ more }}' }] }],
  },
  edges: ['start.next → call', 'call.ok → tell', 'tell.answered → bye'],
};

/** Hands over to people. */
export const handover: Drawing = {
  nodes: {
    start: ['keyword', { keywords: ['human'] }],
    over: ['hand-over', { team: 'sales', priority: 'normal' }],
    thanks: ['send-message', { messages: [{ text: 'Thanks for talking to us.' }] }],
  },
  edges: ['start.next → over', 'over.resolved → thanks'],
};

/** Says two things. */
export const twice: Drawing = {
  nodes: {
    start: ['keyword', { keywords: ['both'] }],
    tell: ['send-message', { messages: [{ text: 'first' }, { text: 'second' }] }],
  },
  edges: ['start.next → tell'],
};
