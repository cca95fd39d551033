/* How much of files in pieces may lie unfinished for one person (D: a day of a team with thirty photographs a site is 60 MB), and for how long. */

export const MOST_UNFINISHED = { files: 500, bytes: 200_000_000 } as const
/** Days after which an upload that nobody went on with is given up (D). */
export const UNFINISHED_DAYS = 30
