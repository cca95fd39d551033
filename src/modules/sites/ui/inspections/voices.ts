/* For which members of the team the person at this screen may speak: the same rule as the server's, asked before anybody types. */
import { useAnswer } from '../../../../app/ask.ts'
import type { OrganisationKind } from '../../../people/contract.ts'
import type { Member } from '../../domain/missions/mission.ts'
import { speaksFor } from '../../domain/missions/team.ts'

interface Myself {
  readonly account: string
  readonly organisation: { readonly id: string; readonly kind: OrganisationKind } | null
}
/** Bodies, in the order of the team; empty for somebody who speaks for none of them. */
export function useVoices(members: readonly Member[]): readonly string[] {
  const me = useAnswer<Myself>('/api/me').data
  return me ? members.filter((member) => speaksFor(member, me)).map((member) => member.body) : []
}
