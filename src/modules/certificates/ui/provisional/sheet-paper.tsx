/* One sheet to show, to scan and to print: what it says, its code, and in large letters that it is provisional. */
import { Button } from '../../../../app/kit/button.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { type PairLine, Pairs } from '../../../../app/kit/pairs.tsx'
import { SheetCode } from './sheet-code.tsx'
import { DateText, MassText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { numberText } from '../../../../kernel/phrase.ts'
import { SecurityMarks } from '../verify/security-marks.tsx'
import { hsCodes } from '../../domain/rulebook.ts'
import { codedSites } from '../../domain/short-identifier.ts'
import { termsLines } from '../desk/terms-lines.tsx'
import type { SheetData } from './sheet-data.ts'
import { minerals } from './sheet-form.ts'
import { type Sheet, standsHere } from './sheets.ts'
import '../verify/verify.css'
import './provisional.css'

export function SheetPaper({ sheet, data, office }: { readonly sheet: Sheet; readonly data: SheetData; readonly office: string }) {
  const { t } = useWords()
  const { number } = sheet
  const stands = standsHere(sheet)
  return (
    <article className="provisional-paper">
      <p className="provisional-big">
        {stands ? t('provisional.big') : t(`provisional.state.${sheet.state}`)} {stands && <span>{t('provisional.big.other')}</span>}
      </p>
      <h2>{t('provisional.paper', { number })}</h2>
      <p>{t('provisional.paper.explain', { office })}</p>
      {!stands && <Note tone="red">{t(`provisional.state.${sheet.state}`)}</Note>}
      <div className="provisional-code">
        <SheetCode text={data.code} label={t('provisional.paper.code', { number })} />
        <code>{data.code}</code>
      </div>
      <Facts data={data} />
      <SecurityMarks code={data.code} />
      <p className="only-print provisional-sign">{t('provisional.paper.sign')}</p>
      <div className="form-actions no-print">
        <Button kind="primary" onClick={() => print()}>
          {t('provisional.print')}
        </Button>
      </div>
    </article>
  )
}

function Facts({ data: { facts, terms } }: { readonly data: SheetData }) {
  const { t, language } = useWords()
  const mineral = minerals.find((one) => hsCodes[one] === facts.mineral)
  const declared = terms === null ? [] : termsLines(t, language, terms).filter((one) => one.key !== 'grade' && one.key !== 'origin')
  const lines: readonly PairLine[] = [
    [t('provisional.lot'), facts.lotNumber],
    [t('provisional.exporter'), facts.exporter],
    [t('dossier.mineral'), mineral === undefined ? facts.mineral : `${t(`mineral.${mineral}`)} (${facts.mineral})`],
    [t('provisional.mass'), <MassText key="mass" grams={facts.massGrams} />],
    [t('dossier.grade'), facts.grade],
    [t('provisional.tags'), numberText(language, facts.tagCount)],
    [t('dossier.origin'), facts.origin.join(', ')],
    [t('provisional.sites'), codedSites(facts)],
    ...declared.map((one): PairLine => [one.label, one.shown]),
    [t('desk.issued'), <DateText key="issued" date={facts.issuedOn} />],
    [t('provisional.expires'), <DateText key="expires" date={facts.expiresOn} />],
  ]
  return <Pairs lines={lines} />
}
