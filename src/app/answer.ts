/* What the server says, as screens carry it. Apart from the way it comes, so that a telephone may answer in its place. */

export interface Answer<Data> {
  readonly data: Data
  /** When the server said it; a kept answer keeps its own time. */
  readonly answeredAt: string
}
export interface Receipt {
  readonly subject: string
  readonly subjectVersion: number
  readonly learnedAt: string
  readonly events: readonly { readonly id: string; readonly kind: string; readonly position: number }[]
  /** The telephone took it into its outbox; the server has not spoken yet. */
  readonly provisional?: true
}
/** By their keys: texts of the keep, and photographs beside them. */
export interface Consumed {
  readonly texts: readonly string[]
  readonly files: readonly string[]
}
/** `id`: when another command must point to this one before it is sent. `happenedAt`: an instant, when it differs from now. */
export interface CommandOptions {
  /** On a telephone: what lies here unfinished and goes in the same write with which the command enters the outbox. A desk knows nothing of it. */
  readonly consumes?: Consumed
  readonly id?: string
  readonly happenedAt?: string
  readonly proof?: unknown
}
