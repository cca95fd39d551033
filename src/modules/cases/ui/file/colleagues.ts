/*
What a colleague is called where people of a case are shown: by function and body, as everybody in the office knows them, and by the end of the number
only where two have the same function. Names stand in no list: who finds a page open learns no team. One function for all screens, so that a
colleague is the same in each.
*/
import { useAnswer } from '../../../../app/ask.ts'
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
const outside = label('Autre compte', 'Other account')

type Known = Pick<KeyHolderShown, 'account' | 'roles'>
export interface Calling {
  /** Of one's own body, with a key. */
  readonly known: readonly Known[]
  readonly body: string | null
  readonly language: Language
}
export const codeOf = (account: string): string => account.slice(-4)

/** The first function that the platform has a word for, in the order above. */
const functionOf = ({ roles }: Known): Label | undefined => functions[Object.keys(functions).find((role) => roles.includes(role)) ?? '']

export function colleagueText(account: string, { known, body, language }: Calling): string {
  const holder = known.find((one) => one.account === account)
  const does = holder === undefined ? undefined : functionOf(holder)
  // Of another body, without a key, or gone: nothing is guessed about them.
  if (does === undefined) return `${outside[language]} (${codeOf(account)})`
  const said = body === null ? does[language] : `${does[language]} · ${body}`
  const isShared = known.some((one) => one.account !== account && functionOf(one) === does)
  return isShared ? `${said} (${codeOf(account)})` : said
}

interface Holders {
  readonly holders: readonly KeyHolderShown[]
}
export interface Colleagues {
  /** "vous" for oneself. */
  readonly name: (account: string) => string
  /** The same to choose from: oneself by function too. */
  readonly option: (account: string) => string
  readonly holders: readonly KeyHolderShown[]
}
export function useColleagues(): Colleagues {
  const { t, language } = useWords()
  const me = useMe().data
  const known = useAnswer<Holders>('/api/keys/holders').data?.holders ?? []
  const option = (account: string) => colleagueText(account, { known, body: me?.organisation?.name ?? null, language })
  return { option, name: (account) => (account === me?.account ? t('case.by-me') : option(account)), holders: known }
}
