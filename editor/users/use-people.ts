import { useCallback } from 'react';
import type { NewUserView, UserView } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { useTexts } from '../lib/language.tsx';
import { type Resource, useResource } from '../lib/resource.ts';
import { tell } from '../lib/tell.ts';
import { useSentence } from '../lib/use-sentence.ts';
import type { PersonPlan } from './PersonForm.tsx';
import { userTexts } from './texts.ts';

/** Everybody, and what can be done with them. What rejects leaves everything as it was. */
export interface People extends Resource<readonly UserView[]> {
  add(plan: PersonPlan): Promise<NewUserView>;
  edit(user: UserView, plan: PersonPlan): Promise<void>;
  newPassword(user: UserView): Promise<NewUserView>;
  remove(user: UserView): Promise<void>;
  signOut(user: UserView): void;
  /** Lets somebody in or keeps them out. */
  turn(user: UserView, isOn: boolean): void;
}

export function usePeople(): People {
  const t = useTexts(userTexts);
  const sentence = useSentence();
  const people = useResource<readonly UserView[]>('/users');
  const { reload } = people;
  const done = useCallback(
    (message: string, undo?: () => void): void => {
      reload();
      tell({ kind: 'done', message, ...(undo && { undo }) });
    },
    [reload],
  );
  const failed = (error: Error): void => tell({ kind: 'trouble', message: sentence(error) });
  const turn = (user: UserView, isOn: boolean, isUndoing = false): void => {
    const undo = isUndoing ? undefined : () => turn(user, !isOn, true);
    send('PUT', pathOf(user), { disabled: !isOn }).then(
      () => done(t(isOn ? 'switchedOn' : 'switchedOff', { name: user.name }), undo),
      failed,
    );
  };
  return {
    ...people,
    turn,
    add: async (plan) => {
      const made = await send<NewUserView>('POST', '/users', plan);
      reload();
      return made;
    },
    edit: async (user, { name, role }) => {
      await send('PUT', pathOf(user), { name, role });
      done(t('saved'));
    },
    newPassword: async (user) => {
      const made = await send<NewUserView>('POST', `${pathOf(user)}/password`);
      reload();
      return made;
    },
    remove: async (user) => {
      await send('DELETE', pathOf(user));
      done(t('removed', { name: user.name }));
    },
    signOut: (user) => {
      send('POST', `${pathOf(user)}/sign-out`).then(() => done(t('signedOut', { name: user.name })), failed);
    },
  };
}

const pathOf = ({ id }: UserView): string => `/users/${encodeURIComponent(id)}`;
