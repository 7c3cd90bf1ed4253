import { Refusal } from './api.ts';
import { useNodeWords } from './use-node-words.ts';

/** What went wrong, in the language of the page where we know it, else in the server's own words. */
export function useSentence(): (error: Error) => string {
  const { say, retell, refusalOf } = useNodeWords();
  return (error) => {
    if (!(error instanceof Refusal)) return retell(error.message);
    const sentence = error.errors[0]?.sentence;
    return sentence ? say(sentence) : refusalOf(error);
  };
}
