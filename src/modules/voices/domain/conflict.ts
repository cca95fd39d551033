/*
Who may not see a report: a body that it names, and every body of a kind that it names, unless both are known to work in different provinces.
Decided by organisation and never by role. Doubt counts against seeing: free text is searched for names and for the words by which people call
the services. It refuses to know who asks over the network.
*/
import type { OrganisationKind } from '../../people/contract.ts'
import type { NamedKind } from '../contract.ts'

export interface Body {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  /** P-code of its province or territoire; null for a national body. */
  readonly area: string | null
}
export interface Named {
  readonly organisations: readonly string[]
  readonly kinds: readonly string[]
  /** P-code of the province of the report, where it is known. */
  readonly province: string | null
}

/** A national body works everywhere; a code of a territoire begins with that of its province (OCHA p-codes). */
const worksElsewhere = (area: string | null, province: string | null): boolean =>
  area !== null && province !== null && !area.startsWith(province) && !province.startsWith(area)

/** People say the one and mean the other: whichever is named stands for both. */
const ALIKE: readonly string[] = ['civil-society', 'ngo']
const kindIsNamed = (kind: string, kinds: readonly string[]): boolean =>
  kinds.includes(kind) || (ALIKE.includes(kind) && kinds.some((one) => ALIKE.includes(one)))

export function isNamed(body: Body, named: Named): boolean {
  if (named.organisations.includes(body.id)) return true
  return kindIsNamed(body.kind, named.kinds) && !worksElsewhere(body.area, named.province)
}

/** By which words people call a service or a trade, in the four languages and as acronyms; whole words without accents. */
const CALLED: readonly (readonly [NamedKind, RegExp])[] = [
  ['saemape', /\b(saemape|saesscam)\b/],
  ['ceec', /\bceec\b/],
  ['provincial-division', /\b(divimines|division (provinciale )?des mines|chef de division)\b/],
  ['ministry', /\b(minist(er|re|ry)( of mines| des mines)?|wizara|cabinet du ministre)\b/],
  ['mines-police', /\b(pmh|police des mines|mines police)\b/],
  ['cooperative', /\b(cooperatives?|coop|ushirika|kooperative)\b/],
  ['trader', /\b(negociants?|traders?|acheteurs?|wanunuzi|mnunuzi|basombi|mosombi)\b/],
  ['exporter', /\b(comptoirs?|exportateurs?|exporters?)\b/],
  ['processor', /\b(entite de traitement|fonderie|smelters?|processors?)\b/],
  ['scheme-operator', /\b(itsci|rcs global|itoa|better mining)\b/],
  ['concession-holder', /\b(concessionnaires?|titulaire du titre|title holder)\b/],
  ['civil-society', /\b(societe civile|civil society|mashirika ya raia|raia wema|ongs?|ngos?)\b/],
  ['un', /\b(monusco|oim|iom|nations unies|united nations)\b/],
  ['cadastre', /\b(cadastre( minier)?|cami)\b/],
  ['committee', /\b(comites? (local|locaux|provincial|territorial)( de suivi)?|cls|cps|cpt|local committee)\b/],
  ['private-sector', /\b(fec|federation des entreprises|chambre des mines|secteur prive)\b/],
  ['auditor', /\b(auditeurs?|auditors?|wakaguzi)\b/],
  ['army', /\b(fardc|militaires?|soldats?|soldiers?|army|armee|jeshi|wanajeshi|askari jeshi|basoda|soda)\b/],
  ['police', /\b(pnc|policiers?|polisi|bapolisi)\b/],
  ['armed-group', /\b(rebelles?|rebels?|milices?|militia|groupe arme|mai-?mai|wazalendo|waasi|m23|batomboki)\b/],
]

export const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']/g, "'").replace(/\s+/g, ' ')

export const kindsCalledIn = (text: string): readonly NamedKind[] => {
  const said = plain(text)
  return CALLED.filter(([, words]) => words.test(said)).map(([kind]) => kind)
}

/** Words of a firm's name that many share and that therefore name nobody. */
const COMMON = new Set(
  'cooperative cooperatives miniere minieres negoce comptoir societe mines mining ministere division provinciale bureau demonstration exploitant plate forme programme partenaire technique civile titre minier fictif etiquetage'.split(
    ' ',
  ),
)
const tellingWords = (name: string): readonly string[] =>
  plain(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= 4 && !COMMON.has(word))

/** Bodies whose name stands in the text: the whole name, or its first telling word, which is how people call a firm. */
export function organisationsIn(text: string, bodies: readonly Body[]): readonly string[] {
  const said = ` ${plain(text).replace(/[^a-z0-9]+/g, ' ')} `
  return bodies
    .filter(({ name, kind }) => {
      if (
        said.includes(
          ` ${plain(name)
            .replace(/[^a-z0-9]+/g, ' ')
            .trim()} `,
        )
      )
        return true
      if (kind !== 'cooperative' && kind !== 'trader' && kind !== 'exporter' && kind !== 'processor' && kind !== 'concession-holder')
        return false
      const [first] = tellingWords(name)
      return first !== undefined && said.includes(` ${first} `)
    })
    .map(({ id }) => id)
}

/** Which body should look first: the nearest to people that is not named; the ICGLR when every desk here is. */
export const DESK_ORDER = ['civil-society', 'ngo', 'un', 'ministry'] as const satisfies readonly OrganisationKind[]
export const LAST_DESK = 'icglr'
export function firstDeskOf(bodies: readonly Body[], named: Named): string {
  const free = DESK_ORDER.find((kind) => bodies.some((body) => body.kind === kind && !isNamed(body, named)))
  return free ?? LAST_DESK
}
