/*
How a case begins in the world, as the app does it: keys of the vaults made on the spot for who shall read, texts sealed, coded answers, all in one
go. Whoever is not among the readers keeps nothing that opens it.
*/
import { asId } from '../../src/kernel/schema.ts'
import type { VaultName } from '../../src/modules/cases/contract-vault.ts'
import type { MemberAs } from '../../src/modules/cases/domain/access/access-words.ts'
import type { OneCommand } from '../../src/modules/cases/domain/file/file-words.ts'
import type { CaseType } from '../../src/modules/cases/domain/case/case-words.ts'
import type { Profile } from '../../src/modules/cases/domain/profile/profile.ts'
import { makeVaultKeys } from '../../src/app/sealing/vault-keys.ts'
import { sealText } from '../../src/app/sealing/sealed-text.ts'
import type { OrganisationId } from '../../src/modules/people/contract.ts'
import { type KeyedPerson, must } from './case-people.ts'
import { type Answer, type Client, newId } from './client.ts'

export interface Member {
  readonly person: KeyedPerson
  readonly as: MemberAs
  readonly vaults: readonly VaultName[]
  /** Of another body than the case. */
  readonly organisation?: string
}
export const WORKED_VAULTS: readonly VaultName[] = ['identity', 'narrative', 'perpetrator', 'evidence']
export const adult: Profile = {
  ...{ age: { kind: 'COMPLETED_MONTHS', months: 27 * 12, disputed: false }, isMature: true, gender: 'Feminine', citizenship: ['COD'] },
  ...{
    languages: ['swa', 'fra'],
    displacement: 'internally-displaced',
    disability: 'none',
    roles: ['victim'],
    exploitedIn: 'XL1',
    country: 'COD',
  },
}
export interface Opening {
  readonly by: Client
  readonly organisation: string
  readonly members: readonly Member[]
  readonly custodians?: readonly KeyedPerson[]
  readonly name: string
  readonly story: string
  readonly type?: CaseType
  readonly profile?: Profile
  readonly owner?: KeyedPerson | null
  readonly subject?: string
  readonly more?: readonly OneCommand[]
}
export interface Opened {
  readonly id: string
  readonly answer: Answer
  /** As they went over the wire, for who wants to change them. */
  readonly body: { readonly case: string; readonly all: readonly OneCommand[]; readonly keys: unknown }
}

export async function openCase(opening: Opening): Promise<Opened> {
  const id = asId('case', newId())
  const { members, custodians = [], profile = adult, type = 'forced-labour', more = [] } = opening
  const vaults = [...new Set(members.flatMap((one) => one.vaults))]
  const readers = members.map(({ person, vaults: named }) => ({ ...person.holder, vaults: named }))
  const keys = must(await makeVaultKeys({ caseId: id, vaults, readers, custodians: custodians.map((one) => one.holder) }))
  const seal = async (vault: VaultName, slot: 'identity' | 'story', text: string): Promise<readonly OneCommand[]> => {
    const key = keys.keys.find((one) => one.vault === vault)
    if (!key) return []
    const sealed = must(await sealText(key, { caseId: id, slot, id: newId() }, text))
    return [{ about: 'access', ask: { step: 'keep-text', sealed } }]
  }
  const organisation: OrganisationId = asId('organisation', opening.organisation)
  const owner = opening.owner === undefined ? (members.find((one) => one.as === 'owner')?.person ?? null) : opening.owner
  const all: readonly OneCommand[] = [
    { about: 'case', ask: { step: 'create', subject: opening.subject ?? drawnSubject(), type, organisation, source: 'site-visit' } },
    ...members.map(({ person, as, vaults: named, organisation: other }): OneCommand => ({
      about: 'access',
      ask: {
        step: 'join',
        account: person.holder.account,
        organisation: other === undefined ? organisation : asId('organisation', other),
        as,
        vaults: [...named],
      },
    })),
    { about: 'access', ask: { step: 'renew-keys', generations: [...keys.keys] } },
    { about: 'profile', ask: { step: 'set-profile', profile } },
    ...(await seal('identity', 'identity', opening.name)),
    ...(await seal('narrative', 'story', opening.story)),
    { about: 'case', ask: { step: 'register-minimum', isInterviewSafe: true, provinceCode: 'XL1', owner: owner?.holder.account ?? null } },
    ...more,
  ]
  const body = { case: id, all, keys }
  return { id, body, answer: await opening.by.post('/api/cases', body) }
}

const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const drawn = (count: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(count)), (byte) => LETTERS[byte % LETTERS.length]).join('')
const drawnSubject = (): string => `${drawn(2)}-${drawn(4)}-${drawn(2)}`
