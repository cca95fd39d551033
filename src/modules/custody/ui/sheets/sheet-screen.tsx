/*
One sheet of paper at the desk: the photograph beside the cells, the first entry, the second by somebody who does not see it, the cells that differ until
they agree, then the register.
*/
import { useEffect, useState } from 'react'
import { post } from '../../../../app/api.ts'
import { questions, useAnswer, useCommand } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { useKeptForm } from '../../../../app/kit/kept-form.ts'
import { KeptNote } from '../../../../app/kit/kept-note.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { MassText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { needRefusals, useWords } from '../../../../app/words.ts'
import type { SheetPage } from '../../contract-sheets.ts'
import { Findings } from '../lots/findings.tsx'
import { type EntryTexts, type Pass, emptyEntry, keptName, readEntry, textsOf } from './entry-form.ts'
import { EntryTable } from './entry-table.tsx'
import { SheetPhoto } from './sheet-photo.tsx'
import './sheets.css'
import './slip.css'

export function SheetScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const id = params['sheet'] ?? ''
  const { data, answer, error, again } = useAnswer<SheetPage>(`/api/sheets/${id}`)
  useEffect(() => void needRefusals(), [])
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { sheet } = data
  return (
    <Page
      title={`${t('sheets.number')} ${sheet.label}`}
      crumbs={<AppLink to="/sheets">{t('sheets.title')}</AppLink>}
      under={`${t(`sheets.kind.${sheet.kind}`)} · ${sheet.siteName ?? sheet.holderName ?? ''} · ${t(`sheets.state.${sheet.state}`)}`}
      answer={answer}
    >
      {data.findings.length > 0 && (
        <Panel title={t('sheets.findings')}>
          <Findings findings={data.findings} />
        </Panel>
      )}
      <div className="sheet-desk">
        {sheet.state === 'posted' ? <Posted page={data} /> : <Typing key={`${data.first === null}`} page={data} again={again} />}
        <SheetPhoto sheet={id} photo={data.photo} again={again} />
      </div>
    </Page>
  )
}

interface TypingProps {
  readonly page: SheetPage
  readonly again: () => void
}
function Typing({ page, again }: TypingProps) {
  const { t } = useWords()
  const { sheet } = page
  const isFirst = sheet.state === 'draft'
  const [pass, setPass] = useState<Pass>(isFirst ? 'first' : 'second')
  return (
    <div className="stack">
      <State page={page} again={again} />
      <Panel
        title={t(pass === 'first' ? 'sheet.first' : 'sheet.second')}
        aside={
          sheet.state === 'entered-twice' || sheet.state === 'agreed' ? (
            <Button onClick={() => setPass(pass === 'first' ? 'second' : 'first')}>
              {t(pass === 'first' ? 'sheet.second' : 'sheet.first')}
            </Button>
          ) : undefined
        }
      >
        <Entry key={pass} page={page} again={again} pass={pass} />
      </Panel>
    </div>
  )
}

/** One reading of the page. Until the server has it, every cell stays on this device, under the account that types. */
function Entry({ page, again, pass }: TypingProps & { readonly pass: Pass }) {
  const { t, language } = useWords()
  const { sheet, first, second, differences } = page
  const known = pass === 'first' ? first : second
  const kept = useKeptForm(keptName(sheet.id, pass), () =>
    known ? textsOf(known, page.rowsPerSheet, language) : emptyEntry(page.rowsPerSheet, page.bookHolder ?? ''),
  )
  const texts = kept.content
  const [fault, setFault] = useState<unknown>(null)
  const [said, setSaid] = useState<string | null>(null)
  const save = async () => {
    const read = readEntry(texts)
    setFault(null)
    setSaid(null)
    if (!read.ok) {
      setSaid(t(`sheet.fault.${read.fault.at}`, read.fault.at === 'mass' ? { line: read.fault.line } : {}))
      return
    }
    try {
      await post(`/api/sheets/${sheet.id}/entries`, { pass, content: read.content })
      kept.forget()
      setSaid(t('sheet.saved'))
      await questions.invalidateQueries({ queryKey: ['/api/sheets'] })
      again()
    } catch (failed) {
      setFault(failed)
    }
  }
  return (
    <div className="stack">
      <p className="small">{t(pass === 'first' ? 'sheet.first.do' : 'sheet.second.do')}</p>
      <KeptNote kept={kept} />
      {pass === 'second' && page.firstIsMine && sheet.state === 'entered-once' && <Note tone="warn">{t('sheet.second.same')}</Note>}
      {page.carriedBefore !== null && <p className="small">{t('sheet.before', { mass: page.carriedBefore / 1000 })}</p>}
      <EntryTable kind={sheet.kind} texts={texts} change={kept.change} differences={differences} />
      <Sum texts={texts} />
      {said !== null && (
        <Note tone="calm" live>
          {said}
        </Note>
      )}
      {fault !== null && <ErrorState error={fault} />}
      <div className="form-actions">
        <Button kind="primary" onClick={() => void save()}>
          {t('sheet.save')}
        </Button>
      </div>
    </div>
  )
}

/** Carried totals to the gram while one types. */
function Sum({ texts }: { readonly texts: EntryTexts }) {
  const { t } = useWords()
  const read = readEntry(texts)
  if (!read.ok) return null
  const { content } = read
  const lines = content.lines.reduce((sum, one) => sum + one.massGrams, 0)
  const off = content.totalGrams - content.carriedGrams - lines
  return (
    <p role="status">
      {t('sheet.sum')} : <MassText grams={lines} /> · {off === 0 ? t('sheet.sum.fits') : <b>{t('sheet.sum.off', { grams: off })}</b>}
    </p>
  )
}

function State({ page, again }: TypingProps) {
  const { t } = useWords()
  const { send, sending, error } = useCommand(`/api/sheets/${page.sheet.id}/posting`)
  const { state } = page.sheet
  if (state === 'agreed')
    return (
      <Note tone="good" live>
        <div className="row tight">
          <span className="grow">{t('sheet.agreed')}</span>
          <Button kind="primary" busy={sending} onClick={() => void send({}).then(again, () => undefined)}>
            {t('sheet.post')}
          </Button>
        </div>
        {error && <ErrorState error={error} />}
      </Note>
    )
  if (state !== 'entered-twice') return null
  return (
    <Note tone="warn" live>
      <p>{t('sheet.differ.do', { n: page.differences.length })}</p>
      <table className="slip-rows">
        <thead>
          <tr>
            <th scope="col">{t('sheet.differ.cell')}</th>
            <th scope="col">{t('sheet.first')}</th>
            <th scope="col">{t('sheet.second')}</th>
          </tr>
        </thead>
        <tbody>
          {page.differences.map((one) => (
            <tr key={`${one.line}.${one.field}`}>
              <td>
                {one.line === null ? t('sheet.differ.foot') : t('sheet.differ.line', { line: one.line })} · <Field field={one.field} />
              </td>
              <td>{shown(one.field, one.first)}</td>
              <td>{shown(one.field, one.second)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Note>
  )
}
const fields = [
  'day',
  'mineral',
  'holder',
  'carriedGrams',
  'totalGrams',
  'outTag',
  'outGrams',
  'tag',
  'massGrams',
  'grossGrams',
  'pit',
  'team',
] as const
function Field({ field }: { readonly field: string }) {
  const { t } = useWords()
  const known = fields.find((one) => one === field)
  return <>{known === undefined ? field : t(`sheet.${known}`)}</>
}
const shown = (field: string, value: string | null) =>
  value === null ? '–' : field.endsWith('Grams') ? <MassText grams={Number(value)} /> : value

function Posted({ page }: { readonly page: SheetPage }) {
  const { t } = useWords()
  return (
    <Panel title={t('sheet.posted')}>
      <table className="slip-rows">
        <thead>
          <tr>
            <th scope="col">{t('sheet.line')}</th>
            <th scope="col">{t('sheet.tag')}</th>
            <th scope="col">{t('sheets.state')}</th>
            <th scope="col">{t('sheet.massGrams')}</th>
          </tr>
        </thead>
        <tbody>
          {page.posted.map((line) => (
            <tr key={line.line}>
              <td>{line.line}</td>
              <td>
                {line.lot === null ? (line.tag ?? '–') : <AppLink to={`/lots/${line.lot}`}>{line.tag ?? t('scale.tag.none')}</AppLink>}
              </td>
              <td>{how(t, line.how)}</td>
              <td>
                <MassText grams={line.massGrams} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {page.formed !== null && (
        <p>
          <AppLink to={`/lots/${page.formed}`}>{t('sheet.formed')}</AppLink>
        </p>
      )}
    </Panel>
  )
}
const hows = ['registered', 'matched', 'not-found'] as const
const how = (t: ReturnType<typeof useWords>['t'], text: string): string => {
  const known = hows.find((one) => one === text)
  return known === undefined ? text : t(`sheet.how.${known}`)
}
