/* One paper: what it says, who signs by function, what it is about, its copy, and every use with what does not fit. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { type PairLine, Pairs } from '../../../../app/kit/pairs.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText, MassText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import { numberText } from '../../../../kernel/phrase.ts'
import type { LabelledLink, PaperDetail } from '../../contract-papers.ts'
import type { DocumentRef } from '../../contract.ts'
import { PaperClock, PaperStateMark } from './paper-marks.tsx'
import { ScanField } from './scan-field.tsx'
import { typedNumber } from './typed-number.ts'

export function PaperScreen({ params }: ScreenProps) {
  const { t, language } = useWords()
  const id = params['paper'] ?? ''
  const { data, answer, error, again } = useAnswer<PaperDetail>(`/api/papers/${id}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { paper, type } = data
  return (
    <Page
      title={paper.number}
      marks={
        <>
          <PaperStateMark state={paper.state} /> <PaperClock paper={paper} />
        </>
      }
      crumbs={<AppLink to="/papers">{t('papers.title')}</AppLink>}
      under={type.name[language]}
      answer={answer}
      actions={<Actions detail={data} />}
    >
      {data.cancelled && <Note tone="red">{t('papers.cancelled', data.cancelled)}</Note>}
      <div className="columns">
        <Says detail={data} />
        <Panel title={t('papers.used')}>
          <Uses detail={data} />
        </Panel>
        <Panel title={t('papers.links')}>
          {data.links.length === 0 && <p>{t('papers.links.none')}</p>}
          <ul className="plain-list stack">
            {data.links.map((one, at) => (
              <li key={at}>
                <Linked linked={one} />
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title={t('papers.signatories')}>
          {data.signatories.length === 0 && <p>{t('papers.signatories.none')}</p>}
          <ul className="plain-list stack">
            {data.signatories.map((one, at) => (
              <li key={at}>
                <b>{one.function}</b> · {one.body}
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title={t('papers.scan')}>
          {data.scan === null ? (
            <p>{t('papers.scan.none')}</p>
          ) : (
            <a href={`/api/papers/${id}/scan`} target="_blank" rel="noreferrer">
              {t('papers.scan.open')}
            </a>
          )}
        </Panel>
      </div>
      <Source>{t('papers.mark', { evidence: type.evidence, source: type.source })}</Source>
    </Page>
  )
}

function Says({ detail: { paper, type, values } }: { readonly detail: PaperDetail }) {
  const { t, language } = useWords()
  const given = type.fields.flatMap((field): readonly PairLine[] => {
    const value = values[field.key]
    if (value === undefined) return []
    const shown = typeof value === 'number' ? numberText(language, value) : field.kind === 'day' ? <DateText date={value} /> : value
    return [[field.label[language], shown]]
  })
  return (
    <Panel title={t('papers.fields')}>
      <Pairs
        lines={[
          [t('papers.issuer'), paper.issuerName ?? '–'],
          [t('papers.issued-on'), <DateText key="i" date={paper.issuedOn} otherwise="–" />],
          [t('papers.from'), <DateText key="f" date={paper.validFrom} otherwise="–" />],
          [t('papers.until'), <DateText key="u" date={paper.validUntil} otherwise="–" />],
          ...given,
        ]}
      />
    </Panel>
  )
}

function Uses({ detail: { used } }: { readonly detail: PaperDetail }) {
  const { t } = useWords()
  if (used.length === 0) return <p>{t('papers.used.none')}</p>
  return (
    <ol className="plain-list stack">
      {used.map((use, at) => (
        <li key={at}>
          <DateText date={use.on} />
          {use.massGrams !== undefined && (
            <>
              {' '}
              · <MassText grams={use.massGrams} />
            </>
          )}
          {use.doubts.map((doubt) => (
            <div key={doubt.code}>
              <span className="paper-state paper-doubt">{t(`papers.doubt.${doubt.code}`, doubt.facts)}</span>
            </div>
          ))}
        </li>
      ))}
    </ol>
  )
}

function Linked({ linked: { link, label } }: { readonly linked: LabelledLink }) {
  const { t } = useWords()
  const to =
    link.kind === 'site'
      ? `/sites/${link.site}`
      : link.kind === 'operator'
        ? `/operators/${link.organisation}`
        : link.kind === 'mission'
          ? `/missions/${link.mission}`
          : `/lots/${link.lot}`
  return (
    <>
      {t(`papers.kind.${link.kind}`)} · <AppLink to={to}>{label ?? t('app.unknown')}</AppLink>
    </>
  )
}

function Actions({ detail: { paper, mine, scan } }: { readonly detail: PaperDetail }) {
  const { t, language } = useWords()
  const me = useMe().data
  const path = `/api/papers/${paper.id}`
  const [reason, setReason] = useState('')
  const [kept, setKept] = useState<DocumentRef | null>(null)
  return (
    <>
      {mine && paper.state === 'draft' && (
        <ActDialog title={t('papers.issue')} explain={t('papers.issue.explain')} go={t('papers.issue')} path={`${path}/issue`} data={{}}>
          {null}
        </ActDialog>
      )}
      <a className="btn" href={`/papers/${paper.id}/print?language=${language}`} target="_blank" rel="noreferrer">
        {t('app.print')}
      </a>
      {mayOpen('papers.draw', me) && paper.state !== 'draft' && <UseDialog path={`${path}/uses`} />}
      {mine && scan === null && (
        <ActDialog
          title={t('papers.scan.add')}
          explain={t('papers.scan.explain')}
          go={t('papers.scan.add')}
          path={`${path}/scans`}
          kind="plain"
          data={kept === null ? null : { scan: kept }}
        >
          <ScanField scan={kept} onScan={setKept} />
        </ActDialog>
      )}
      {mine && paper.state !== 'cancelled' && (
        <ActDialog
          title={t('papers.cancel')}
          explain={t('papers.cancel.explain')}
          go={t('papers.cancel')}
          path={`${path}/cancellation`}
          kind="danger"
          data={reason.trim() === '' ? null : { reason: reason.trim() }}
        >
          <LongTextField label={t('papers.reason')} value={reason} onValue={setReason} maxLength={400} required />
        </ActDialog>
      )}
    </>
  )
}
function UseDialog({ path }: { readonly path: string }) {
  const { t } = useWords()
  const [on, setOn] = useState(todayHere)
  const [mass, setMass] = useState('')
  const kilograms = typedNumber(mass)
  return (
    <ActDialog
      title={t('papers.use')}
      explain={t('papers.use.explain')}
      go={t('papers.use.go')}
      path={path}
      kind="plain"
      data={
        on === '' || (mass.trim() !== '' && kilograms === null)
          ? null
          : { on, ...(kilograms === null ? {} : { massGrams: Math.round(kilograms * 1000) }) }
      }
    >
      <DateField label={t('papers.use.day')} value={on} onValue={setOn} max={todayHere()} required />
      <TextField
        label={t('papers.use.mass')}
        fault={mass.trim() !== '' && kilograms === null ? t('papers.not-a-number') : undefined}
        value={mass}
        onValue={setMass}
        inputMode="decimal"
      />
    </ActDialog>
  )
}
