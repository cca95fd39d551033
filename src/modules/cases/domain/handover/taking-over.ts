/*
What follows from an acceptance, in the same decision: the case goes through "transferred" to a new assessment, who took it joins as who was handed it and answers for it, and the
team that was is out of it; what its supervision asked to see in an emergency ends unanswered. Readers of a witness stay: their vault has rules of its own, and nobody else knows what lies in it.
*/
import { asId } from '../../../../kernel/schema.ts'
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
  const asked = [...access.broken].filter(([, one]) => one.state === 'asked')
  const stamp = { by, at }
  return [
    {
      kind: 'case-team.joined.v1',
      payload: { step: 'join', account: by, organisation: recipient, as: 'handed-over', vaults, ...stamp, until: null },
    },
    ...asked.map(([request]): AccessEvent => ({
      kind: 'case-break-glass.declined.v1',
      payload: { step: 'decline-break-glass', request: asId('break-glass', request), ...stamp },
    })),
    ...leaving.map(({ account }): AccessEvent => ({
      kind: 'case-team.left.v1',
      payload: { step: 'leave', account, reason: 'transferred', ...stamp },
    })),
    { kind: 'case-owner.assigned.v1', payload: { owner: by, ...stamp } },
  ]
}
