/*
A warning in a text message: `ALERTE attaque 5 Lukanda-Est`, `TAHADHARI`, `ALERT`. What it is, how grave and where is read as far as words say it; what they do not
say is left open for who sorts, and nothing is refused. The words themselves stay sealed at the grievance desk.
*/
import { foldedActor } from '../folded.ts'
import type { UnsurePart, WarningType } from '../../contract-warnings.ts'

const KEYWORDS: readonly string[] = ['alerte', 'alert', 'tahadhari', 'alerta', 'likebisi']
/** By beginnings of words, in French, English, Swahili and Lingala; what touches persons goes before what does not. The African words must be read by a native speaker (U). */
const CALLED: readonly (readonly [WarningType, RegExp])[] = [
  ['sexual-violence', /\b(viol|viole|violee|violees|viols|rape|raped|ubakaji|amebakwa|wamebakwa)\b|violence sexuelle|sexual violence/],
  [
    'child-recruitment',
    /(recrut|recruit|enrol)\w* (d )?(enfant|mineur|child)|enfants? soldat|child soldier|\bwatoto (wanajeshi|wamechukuliwa)/,
  ],
  ['abduction', /\b(enlev|enlevement|kidnap|abduct|otage|hostage|utekaji|ametekwa|wametekwa)/],
  ['forced-labour', /travail force|travaux forces|forced labou?r|\bsalongo\b|kazi ya kulazimish/],
  ['mine-collapse', /\b(eboul|effondr|collaps|landslide|maporomoko|mgodi umeanguka)/],
  ['armed-entry', /(hommes?|gens|groupe) armes?|armed (men|group)|\bwenye silaha\b|\bmilice|\bmilitia/],
  ['attack', /\b(attaqu|attack|tirs|shoot|mashambuli|shambuli|wanashambulia|bitumba)/],
  ['illegal-tax', /\b(taxe|barriere|barrage|roadblock|illegal tax|kodi|kizuizi)/],
  ['displacement', /\b(deplac|fuite|fuient|displac|flee|wakimbizi|wanakimbia|bakimi)/],
  ['price-shock', /\b(prix|price|bei)\b/],
  ['tension', /\b(tension|conflit|dispute|mvutano)/],
]

export interface HeardWarning {
  readonly type: WarningType | null
  readonly severity: number | null
  readonly territoire: string | null
}
export const isWarningText = (text: string): boolean => KEYWORDS.includes(foldedActor(text).split(' ')[0] ?? '')

export function readWarningText(text: string, territoires: readonly { readonly code: string; readonly name: string }[]): HeardWarning {
  const said = ` ${foldedActor(text).split(' ').slice(1).join(' ')} `
  const named = territoires
    .filter(({ name }) => said.includes(` ${foldedActor(name)} `))
    .toSorted((a, b) => b.name.length - a.name.length)
    .filter(({ name }, _at, all) => foldedActor(all[0]?.name ?? '').includes(foldedActor(name)))
  const grades = [...new Set(said.match(/(?<= )[1-5](?= )/g))]
  // Two grades, or two places that are not one inside the other, tell neither.
  const places = territoires.filter(({ name }) => said.includes(` ${foldedActor(name)} `))
  return {
    type: CALLED.find(([, called]) => called.test(said))?.[0] ?? null,
    severity: grades.length === 1 ? Number(grades[0]) : null,
    territoire: named.length === places.length ? (named[0]?.code ?? null) : null,
  }
}
/** What stands in a warning until somebody settled it: a type or a place that nobody said is in no count, and nothing of it in a score. */
export const OPEN = { type: 'tension', severity: 3, territoire: '?' } as const
export const unsureOf = ({ type, severity, territoire }: HeardWarning): readonly UnsurePart[] => [
  ...(type === null ? (['type'] as const) : []),
  ...(severity === null ? (['severity'] as const) : []),
  ...(territoire === null ? (['place'] as const) : []),
]
