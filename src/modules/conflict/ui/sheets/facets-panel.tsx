/* One version of a sheet: where, what, who acts, how, who benefits, and how far to believe it. */
import { AppLink } from '../../../../app/kit/button.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import { type SheetAnswer, type ShownVersion, VictimKind } from '../../contract-sheet-answers.ts'
import { SecretNameShown } from '../names/secret-name-shown.tsx'
import { ConfidenceText, InterferenceText } from './sheet-marks.tsx'

export function FacetsPanel({ sheet, version }: { readonly sheet: SheetAnswer; readonly version: ShownVersion }) {
  const { t } = useWords()
  const { content } = version
  const { place, periodFrom, periodUntil } = content
  const unsaid = <span className="ink-3">{t('sheet.not-said')}</span>
  const list = (lines: readonly string[]) => (lines.length === 0 ? unsaid : lines.join(', '))
  const persons = (n: number | null): string => (n === null ? t('sheet.victims.null') : n === 0 ? t('sheet.victims.zero') : String(n))
  return (
    <Panel title={t('sheet.facets')}>
      <Pairs
        lines={[
          [
            t('conflict-sheets.site'),
            place.site === null ? (
              (place.provisionalName ?? unsaid)
            ) : (
              <AppLink to={`/sites/${place.site}`}>{sheet.siteName ?? place.site}</AppLink>
            ),
          ],
          [t('sheets.territoire'), [sheet.territoireName ?? t('sheet.province-only'), sheet.provinceName ?? place.province].join(', ')],
          [t('sheets.as-of'), <DateText key="d" date={version.asOf} age />],
          [t('sheets.round'), version.round],
          [t('sheet.nature'), content.nature],
          [t('sheets.interference'), <InterferenceText key="i" value={content.interference} />],
          [
            t('sheet.period'),
            periodFrom === null && periodUntil === null
              ? unsaid
              : t('sheet.period.between', { from: periodFrom ?? '…', until: periodUntil ?? '…' }),
          ],
          [t('sheet.minerals'), list(content.minerals.map((one) => t(`code.mineral.${one}`)))],
          [t('sheet.kind'), content.siteKind === null ? unsaid : t(`code.site-kind.${content.siteKind}`)],
          [t('sheet.legal'), content.legalState === null ? unsaid : t(`code.legal.${content.legalState}`)],
          [t('sheet.access'), content.access ?? unsaid],
          [
            t('sheets.actors'),
            <Lines
              key="a"
              lines={content.actors.map((one) => `${one.name ?? one.written ?? t('sheet.actor.unnamed')} : ${t(`code.role.${one.role}`)}`)}
            />,
          ],
          [
            t('sheets.modes'),
            <Lines key="m" lines={content.modes.map((one) => `${t(`code.mode.${one.mode}`)}, ${t(`code.stage.${one.stage}`)}`)} />,
          ],
          [t('sheets.beneficiaries'), <Beneficiaries key="b" content={content} />],
          [
            t('sheet.victims'),
            <Lines
              key="v"
              lines={VictimKind.options.map((kind) => `${t(`sheets.victims.${kind}`)} : ${persons(content.victims[kind])}`)}
            />,
          ],
          [t('sheet.responses'), list(content.responses.map((one) => t(`code.response.${one}`)))],
          [t('sheets.confidence'), <ConfidenceText key="c" reliability={content.reliability} credibility={content.credibility} />],
          [
            t('sheet.corroborations'),
            content.corroborations.length === 0
              ? t('sheet.corroborations.none')
              : content.corroborations.map(({ kind, on }) => (on === null ? kind : `${kind} (${dateText(on)})`)).join(' ; '),
          ],
        ]}
      />
      <Source>{t('sheet.admiralty')}</Source>
    </Panel>
  )
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useWords()
  if (lines.length === 0) return <span className="ink-3">{t('sheet.not-said')}</span>
  return (
    <ul className="plain-list">
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  )
}
function Beneficiaries({ content }: Pick<ShownVersion, 'content'>) {
  const { t } = useWords()
  if (content.beneficiaries.length === 0) return <span className="ink-3">{t('sheet.not-said')}</span>
  return (
    <ul className="plain-list">
      {content.beneficiaries.map(({ kind, grade, isNamed, name }, index) => (
        <li key={index}>
          {t(`code.beneficiary.${kind}`)}
          {grade !== null && ` · ${t('sheet.beneficiary.grade', { grade })}`}
          {isNamed && name === null && <span className="ink-2"> · {t('sheet.beneficiary.sealed')}</span>}
          {name !== null && <SecretNameShown name={name} />}
        </li>
      ))}
    </ul>
  )
}
