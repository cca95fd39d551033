/*
What follows from an acceptance, in the same decision: the case goes through "transferred" to a new assessment, who took it joins as who was handed it and answers for it, and the
team that was is out of it. Readers of a witness stay: their vault has rules of its own, and nobody else knows what lies in it.
*/
import type { AccountId, OrganisationId } from '../../../people/contract.ts'
import type { AccessEvent } from '../access/access-words.ts'
import type { AssessmentEvent } from '../case/assessment-words.ts'
import type { CaseWhole } from '../file/file-state.ts'

export interface Taking {
  readonly by: AccountId
  readonly at: string
  readonly recipient: OrganisationId
}
/** Every vault but the witness's is theirs to write into from now on; what they can open of before is what was wrapped to them. */
export function newTeam({ access }: Pick<CaseWhole, 'access'>, { by, at, recipient }: Taking): readonly (AccessEvent | AssessmentEvent)[] {
  const vaults = [...access.generations.keys()].filter((one) => one !== 'witness')
  const leaving = access.members.filter((one) => one.as !== 'witness-reader')
  const stamp = { by, at }
  return [
    {
      kind: 'case-team.joined.v1',
      payload: { step: 'join', account: by, organisation: recipient, as: 'handed-over', vaults, ...stamp, until: null },
    },
    ...leaving.map(({ account }): AccessEvent => ({
      kind: 'case-team.left.v1',
      payload: { step: 'leave', account, reason: 'transferred', ...stamp },
    })),
    { kind: 'case-owner.assigned.v1', payload: { owner: by, ...stamp } },
  ]
}
