import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import type { OrganisationKind } from '../../../people/contract.ts'
import type { Member } from './mission.ts'
import { type Speaker, speaksFor } from './team.ts'

const numbered = (n: number): string => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [here, there] = [asId('organisation', numbered(1)), asId('organisation', numbered(2))]
const [one, two] = [asId('account', numbered(11)), asId('account', numbered(12))]
const member = (body: Member['body'], more: Partial<Member> = {}): Member => ({ body, attendance: 'required', head: false, ...more })
const speaker = (account: string, id: string, kind: OrganisationKind): Speaker => ({ account, organisation: { id, kind } })

test.each<[string, Member, Speaker, boolean]>([
  ['the named account, whatever its organisation', member('saemape', { account: one }), speaker(one, there, 'trader'), true],
  ['another account of the same service', member('saemape', { account: one, organisation: here }), speaker(two, here, 'saemape'), false],
  ['an account of the named organisation', member('iom', { organisation: here }), speaker(two, here, 'private-sector'), true],
  ['a like organisation that is not the named one', member('iom', { organisation: here }), speaker(two, there, 'un'), false],
  ['the division for the mines administration', member('mines-administration'), speaker(one, here, 'provincial-division'), true],
  ['an association for civil society', member('civil-society'), speaker(one, here, 'ngo'), true],
  ['the division for civil society', member('civil-society'), speaker(one, here, 'provincial-division'), false],
  ['anybody for another body that nobody named', member('other'), speaker(one, here, 'un'), false],
  ['somebody without an organisation', member('saemape'), { account: one, organisation: null }, false],
])('%s: speaks for the body or not', (_who, body, somebody, speaks) => {
  expect(speaksFor(body, somebody)).toBe(speaks)
})
