/** A case that was opened before its interview: by a call, or at the door. */
export interface InterviewedCase {
  readonly case: string
  readonly subject: string
}
