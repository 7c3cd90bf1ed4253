import { Refusal } from './api.ts';
import { useNodeWords } from './use-node-words.ts';

/** What went wrong, as one sentence in the language of the page. */
export function useSayError(): (error: Error) => string {
  const { refusalOf, retell } = useNodeWords();
  return (error) => (error instanceof Refusal ? refusalOf(error) : retell(error.message));
}
