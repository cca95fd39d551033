/*
How far a telephone has come with what it carries: the place of the log at which this round began, the one from which it tells changes
(none: it tells everything), and the last thing that was packed. Things are packed in the order of their keys, so a page that is asked
again is the same page, and what is learned meanwhile lies after the beginning and comes with the next round.
*/
export interface PullCursor {
  /** Changes after this place of the log, and since this day, are told; null: everything is. */
  readonly since: { readonly position: number; readonly day: string } | null
  /** Where the log and the calendar stood when the round began. */
  readonly start: { readonly position: number; readonly day: string }
  /** What was carried, by whom, with which rights: another choice begins anew. */
  readonly choice: string
  /** Key of the last thing that was packed; '' when the round was over. */
  readonly after: string
}

const place = ({ position, day }: PullCursor['start']): string => `${position}_${day}`
export const writeCursor = ({ since, start, choice, after }: PullCursor): string =>
  ['1', since === null ? '' : place(since), place(start), choice, after].join('~')

/** Null for what is no cursor of ours: the phone begins anew, which costs time and loses nothing. */
export function readCursor(text: string | null): PullCursor | null {
  const [version, since = '', start = '', choice = '', after = ''] = (text ?? '').split('~')
  const begun = readPlace(start)
  if (version !== '1' || begun === null || choice === '') return null
  const from = since === '' ? null : readPlace(since)
  return since !== '' && from === null ? null : { since: from, start: begun, choice, after }
}
function readPlace(text: string): PullCursor['start'] | null {
  const found = /^(\d{1,15})_(\d{4}-\d{2}-\d{2})$/.exec(text)
  return found?.[1] === undefined || found[2] === undefined ? null : { position: Number(found[1]), day: found[2] }
}

/** The round to go on with: the one that runs, or a new one that tells what came after the last. */
export function roundOf(
  cursor: PullCursor | null,
  now: { readonly position: number; readonly day: string; readonly choice: string },
): PullCursor {
  const { choice, ...here } = now
  // A server that was put back from a backup stands before what the phone has seen: its phones begin anew.
  if (cursor === null || cursor.choice !== choice || cursor.start.position > here.position)
    return { since: null, start: here, choice, after: '' }
  if (cursor.after !== '') return cursor
  return { since: cursor.start, start: here, choice, after: '' }
}
