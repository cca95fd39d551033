/* The facets of an entry in words, line by line; what nobody said says so, and a hall that could not say is not a quiet place. Pure. */
import { dateText } from '../../../../kernel/phrase.ts'
import type { Translate } from '../../../../app/words.ts'
import type { SheetContent } from '../../contract-sheets.ts'

type Line = readonly [term: string, text: string]
const VICTIMS = ['forcedLabour', 'children', 'sexualViolence'] as const

export function facetsText(t: Translate, content: SheetContent): readonly Line[] {
  const { minerals, actors, modes, beneficiaries, interference, victims, responses, corroborations } = content
  const list = (texts: readonly string[]): string => texts.join(' · ') || t('workshop.not-said')
  const asked = VICTIMS.filter((one) => victims[one] !== null)
  return [
    [t('workshop.facet.nature'), content.nature],
    ...kindLines(t, content),
    [t('workshop.facet.minerals'), list(minerals.map((one) => t(`code.mineral.${one}`)))],
    [
      t('workshop.facet.actors'),
      list(actors.map((one) => `${one.written ?? t('workshop.actor.unnamed')} (${t(`code.role.${one.role}`)})`)),
    ],
    [t('workshop.facet.modes'), list(modes.map((one) => `${t(`code.mode.${one.mode}`)} ${t(`code.stage.${one.stage}`)}`))],
    [
      t('workshop.facet.beneficiaries'),
      list(beneficiaries.map((one) => `${t(`code.beneficiary.${one.kind}`)}${one.grade === null ? '' : ` (${one.grade})`}`)),
    ],
    [t('workshop.facet.interference'), t(`code.interference.${interference}`)],
    ...periodLine(t, content),
    [
      t('workshop.facet.victims'),
      asked.length === 0
        ? t('workshop.not-asked')
        : asked.map((one) => `${t(`workshop.victims.${one}`)} : ${victims[one] ?? 0}`).join(' · '),
    ],
    [t('workshop.facet.responses'), list(responses.map((one) => t(`code.response.${one}`)))],
    [t('workshop.facet.grade'), t('workshop.grade', { grade: `${content.reliability}${content.credibility}`, n: corroborations.length })],
  ]
}
const kindLines = (t: Translate, { siteKind, legalState, access }: SheetContent): readonly Line[] => [
  ...(siteKind === null ? [] : [[t('workshop.facet.kind'), t(`code.site-kind.${siteKind}`)] as const]),
  ...(legalState === null ? [] : [[t('workshop.facet.legal'), t(`code.legal.${legalState}`)] as const]),
  ...(access === null ? [] : [[t('workshop.facet.access'), access] as const]),
]
const periodLine = (t: Translate, { periodFrom, periodUntil }: SheetContent): readonly Line[] =>
  periodFrom === null && periodUntil === null
    ? []
    : [[t('workshop.facet.period'), [periodFrom, periodUntil].map((day) => (day === null ? '…' : dateText(day))).join(' – ')]]
