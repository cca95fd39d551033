/*
Labels of a range, to print: sheets of A4 with three columns, or one label on each page for a label printer. The number stands in
large type beside the code, because a code that got dirty must still be read by eyes.
*/
import { useEffect, useState } from 'react'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { useWords } from '../../../../app/words.ts'
import type { TagBatchSummary } from '../../contract.ts'
import type { TagLabels } from '../../contract-tags.ts'
import { type CodeKind, type Label, type LabelCodes, drawCodes } from './label-codes.ts'
import { RangeFields, rangeOf } from './range-field.tsx'
import './labels.css'

const kinds: readonly CodeKind[] = ['matrix', 'qr', 'both']
/** What is shown before somebody chooses: one sheet. */
const FIRST_SHEET = 24

export function PrintTagsScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const id = params['batch'] ?? ''
  const { data, error, again } = useAnswer<{ readonly batch: TagBatchSummary }>(`/api/tag-batches/${id}`)
  return (
    <Page title={t('tags.print.title')} crumbs={<AppLink to="/tags">{t('tags.title')}</AppLink>}>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && <Labels batch={data.batch} />}
    </Page>
  )
}

function Labels({ batch }: { readonly batch: TagBatchSummary }) {
  const { t } = useWords()
  const [state, change] = useUrlState()
  const [typed, setTyped] = useState({ first: '', last: '' })
  const from = Number(state['from'] ?? batch.from)
  const to = Number(state['to'] ?? Math.min(batch.to, from + FIRST_SHEET - 1))
  const kind = kinds.find((one) => one === state['code']) ?? 'matrix'
  const layout = state['layout'] === 'one' ? 'one' : 'sheet'
  const { data, error, again } = useAnswer<TagLabels>(`/api/tag-batches/${batch.id}/labels?from=${from}&to=${to}`)
  const range = rangeOf(batch, typed)
  return (
    <>
      <div className="no-print">
        <Panel>
          <RangeFields print={batch} value={typed} onValue={setTyped} />
          <div className="field-row two">
            <SelectField
              label={t('tags.print.layout')}
              value={layout}
              options={[
                { value: 'sheet', label: t('tags.print.sheet') },
                { value: 'one', label: t('tags.print.one') },
              ]}
              onValue={(next) => change({ layout: next === 'sheet' ? '' : next })}
            />
            <SelectField
              label={t('tags.print.code')}
              value={kind}
              options={kinds.map((value) => ({ value, label: t(`tags.print.${value}`) }))}
              onValue={(next) => change({ code: next === 'matrix' ? '' : next })}
            />
          </div>
          <p className="small">{t('tags.print.hint')}</p>
          <div className="form-actions">
            <Button disabled={range === null} onClick={() => range && change({ from: String(range.from), to: String(range.to) })}>
              {t('tags.print.show')}
            </Button>
            <Button kind="primary" disabled={!data} onClick={() => window.print()}>
              {t('tags.print')}
            </Button>
          </div>
        </Panel>
      </div>
      {error && <ErrorState error={error} again={again} />}
      {data && <Sheet answer={data} kind={kind} layout={layout} />}
    </>
  )
}

interface SheetProps {
  readonly answer: TagLabels
  readonly kind: CodeKind
  readonly layout: 'sheet' | 'one'
}
function Sheet({ answer, kind, layout }: SheetProps) {
  const { t } = useWords()
  const [codes, setCodes] = useState<readonly LabelCodes[] | null>(null)
  useEffect(() => {
    let wanted = true
    void drawCodes(answer.labels, kind).then((drawn) => {
      if (wanted) setCodes(drawn)
    })
    return () => {
      wanted = false
    }
  }, [answer, kind])
  if (!codes) return <Loading />
  return (
    <>
      {/* One label on a page asks the printer for the paper of a label. */}
      {layout === 'one' && <style>{'@page { size: 70mm 36mm; margin: 0 }'}</style>}
      <div className={`tag-labels ${layout}`}>
        {answer.labels.map((label, at) => (
          <OneLabel key={label.tag} label={label} codes={codes[at]} words={`${answer.issuer} · ${t(`tags.type.${answer.tagType}`)}`} />
        ))}
      </div>
    </>
  )
}

function OneLabel({ label, codes, words }: { readonly label: Label; readonly codes: LabelCodes | undefined; readonly words: string }) {
  const { t } = useWords()
  return (
    <div className="tag-label">
      <strong>{label.tag}</strong>
      <div className="tag-codes">
        {codes?.matrix && <img src={codes.matrix} alt={`DataMatrix ${label.tag}`} />}
        {codes?.qr && <img src={codes.qr} alt={`QR ${label.tag}`} />}
        <div className="tag-words">
          <span>{words}</span>
          {label.site !== null && (
            <span>
              {t('tags.print.for')} {label.site}
            </span>
          )}
        </div>
      </div>
    </div>
  )
}
