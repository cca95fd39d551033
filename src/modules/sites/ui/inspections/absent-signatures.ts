/* Whose signature is not there: who is required is told apart from who may sign. Enough signatures for the review are not yet all that are wanted. */
import type { InspectionPage } from '../../domain/missions/mission-answers.ts'

export interface Absent {
  readonly required: readonly string[]
  readonly optional: readonly string[]
}
export function absentSignatures({ members, signatures }: Pick<InspectionPage, 'members' | 'signatures'>): Absent {
  const absent = members.filter((member) => !signatures.some((one) => one.body === member.body))
  return {
    required: absent.filter((one) => one.attendance === 'required').map((one) => one.body),
    optional: absent.filter((one) => one.attendance === 'optional').map((one) => one.body),
  }
}
