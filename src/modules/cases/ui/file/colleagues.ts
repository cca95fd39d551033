/*
What a colleague is called: by function and body where persons of a case are shown, so that who finds a page open learns no team; by name besides where
a person must be known, because a share of a key is given to them or a file handed over. Names come from the own organisation's list alone, which a
telephone is not told and which is kept nowhere. One helper for all screens, so that a colleague is the same in each; no number of an account is shown.
*/
import { useAnswer } from '../../../../app/ask.ts'
import { isFieldDevice } from '../../../../app/device.ts'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { Language } from '../../../../kernel/phrase.ts'
import type { KeyHolderShown } from '../../contract-keys.ts'
import { type Label, label } from '../../domain/label.ts'

const functions: { readonly [role: string]: Label } = {
  CASE_SUPERVISOR: label('Supervision', 'Supervision'),
  CASE_WORKER: label('Accompagnement', 'Case work'),
  SHELTER_MANAGER: label('Lieu d’accueil', 'Shelter'),
  SERVICE_PROVIDER: label('Service de soutien', 'Support service'),
  JUSTICE_LIAISON: label('Aide juridique', 'Legal aid'),
  IDENTIFICATION_BODY: label('Organe habilité', 'Competent body'),
  DATA_PROTECTION_OFFICER: label('Protection des données', 'Data protection'),
  MONITORING_OFFICER: label('Suivi et évaluation', 'Monitoring'),
  KEY_CUSTODIAN: label('Dépositaire de clé', 'Key custodian'),
}
const outside = label('Compte d’un autre organisme', 'Account of another body')
const closed = label('compte fermé', 'closed account')

export interface Known {
  readonly account: string
  readonly roles: readonly string[]
  readonly body: string | null
  /** Told at a desk, of the own organisation. */
  readonly name: string | null
  readonly isClosed: boolean
}
/** The first function that the platform has a word for, in the order above. */
const functionOf = ({ roles }: Pick<Known, 'roles'>): Label | undefined =>
  functions[Object.keys(functions).find((role) => roles.includes(role)) ?? '']

/** By function and body; where several have the same, by their place among them, oldest account first. */
export function colleagueText(account: string, known: readonly Known[], language: Language): string {
  const found = known.find((one) => one.account === account)
  const does = found === undefined ? undefined : functionOf(found)
  // Of another body, or gone: nothing is guessed about them.
  if (found === undefined || does === undefined) return outside[language]
  const alike = known.filter((one) => functionOf(one) === does && one.body === found.body)
  const place = alike.length > 1 ? ` ${alike.indexOf(found) + 1}` : ''
  const said = found.body === null ? `${does[language]}${place}` : `${does[language]}${place} · ${found.body}`
  return found.isClosed ? `${said} (${closed[language]})` : said
}
/** Name and function, where one is told the name. */
export function personText(account: string, known: readonly Known[], language: Language): string {
  const name = known.find((one) => one.account === account)?.name ?? null
  const does = colleagueText(account, known, language)
  return name === null ? does : `${name} · ${does}`
}

export interface Colleagues {
  /** "vous" for oneself; no name. */
  readonly name: (account: string) => string
  /** The same to choose from: oneself by function too. */
  readonly option: (account: string) => string
  /** By name, on screens where a person must be known: never on a page of a case. */
  readonly person: (account: string) => string
  readonly isKnown: (account: string) => boolean
}
interface Holders {
  readonly holders: readonly KeyHolderShown[]
}
/** A telephone asks for the keys that it carries anyway, which hold functions and no names. */
function useKnown(): readonly Known[] {
  const inField = isFieldDevice()
  const body = useMe().data?.organisation?.name ?? null
  const told = useAnswer<{ readonly colleagues: readonly Known[] }>(inField ? null : '/api/colleagues').data?.colleagues
  const holders = useAnswer<Holders>(inField ? '/api/keys/holders' : null).data?.holders
  if (!inField) return told ?? []
  return (holders ?? []).map(({ account, roles }) => ({ account, roles, body, name: null, isClosed: false })).toSorted(byAccount)
}
const byAccount = (a: Known, b: Known): number => (a.account < b.account ? -1 : 1)

export function useColleagues(): Colleagues {
  const { t, language } = useWords()
  const me = useMe().data
  const known = useKnown()
  const option = (account: string) => colleagueText(account, known, language)
  return {
    option,
    name: (account) => (account === me?.account ? t('case.by-me') : option(account)),
    person: (account) => personText(account, known, language),
    isKnown: (account) => known.some((one) => one.account === account),
  }
}
