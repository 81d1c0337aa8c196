import { useNotices } from '../state/notices.ts';
import { asConsoleError } from './error-words.ts';

/** Tries something; what is refused is said in a notice under the title, and answered with null. */
export async function attempt<T>(title: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (thrown) {
    const { message, code } = asConsoleError(thrown);
    useNotices.getState().show({ tone: 'danger', title, detail: message, code });
    return null;
  }
}
