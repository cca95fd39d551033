/** What is wrong with a document, said so that its sender finds the place. */
export interface Problem {
  /** JSON pointer into the document: `/epcisBody/eventList/0/bizStep`. */
  readonly path: string
  /** Fragment in kebab-case: `missing-field`, `not-in-the-list`, `not-a-uri`, `unknown-field`, … */
  readonly reason: string
  /** Field, value or list that explains it; never more than 200 characters of what was sent. */
  readonly detail: string
  /** Index in the event list; `null` when the document as a whole is wrong. */
  readonly eventIndex: number | null
}
