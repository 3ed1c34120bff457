import { store } from './store';

/** The page is seen. Before that nothing in it can take the focus. */
export const isSeen = store(false);
