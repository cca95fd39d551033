/*
Two versions of one form, question by question, in the words of the form. What only one side changed is taken from there unless somebody says
otherwise; what both changed waits for a choice. Both originals stay readable whatever is chosen.
*/
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { questions as cache, useAnswer } from '../../../app/ask.ts'
import { formReader } from '../../../app/form-reader.ts'
import { AppLink, Button } from '../../../app/kit/button.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { InstantText } from '../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { useWords } from '../../../app/words.ts'
import { type Chosen, type ComparedAnswer, type TwoVersions, compareDrafts, joinDrafts, writeAnswers } from '../domain/compare-drafts.ts'
import { ConflictRow, type QuestionShown } from './conflicts-row.tsx'
import { DraftTitle, VersionBy } from './conflicts-parts.tsx'
import { type Conflict, decide, draftParts, readConflict } from './conflicts-source.ts'
import { usePhone } from './use-phone.ts'
import './conflicts.css'

export function ConflictDraftScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const phone = usePhone()
  const draft = decodeURIComponent(params['draft'] ?? '')
  const { data, error, refetch } = useQuery({
    queryKey: ['conflict', draft],
    queryFn: () => readConflict(phone, draft),
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: false,
  })
  return (
    <Page
      title={t('conflict.draft')}
      crumbs={<AppLink to="/field/conflicts">{t('conflict.title')}</AppLink>}
      under={<DraftTitle draft={draft} />}
    >
      {error ? (
        <ErrorState error={error} again={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : data === null ? (
        <EmptyState title={t('conflict.settled')}>{t('conflict.none.do')}</EmptyState>
      ) : (
        <WithForm conflict={data} />
      )}
    </Page>
  )
}

interface Prepared {
  readonly versions: TwoVersions
  readonly rows: readonly (ComparedAnswer & { readonly question: QuestionShown })[]
}
function WithForm({ conflict }: { readonly conflict: Conflict }) {
  const { language } = useWords()
  const { form, version } = draftParts(conflict.draft)
  const asked = useAnswer<{ readonly xform: string }>(`/api/forms/${form}/versions/${encodeURIComponent(version)}`)
  const xform = asked.data?.xform
  const prepared = useQuery({
    queryKey: ['conflict form', conflict.left.revision, conflict.right.revision, language],
    enabled: xform !== undefined,
    gcTime: 0,
    queryFn: () => prepare(conflict, xform ?? '', language),
  })
  const error = asked.error ?? prepared.error
  if (error) return <ErrorState error={error} again={asked.again} />
  return prepared.data ? <Desk key={conflict.left.revision} conflict={conflict} prepared={prepared.data} /> : <Loading />
}

async function prepare({ left, right, base }: Conflict, xform: string, language: string): Promise<Prepared> {
  const reader = await formReader()
  const versions = {
    left: reader.readAnswers(left.xml),
    right: reader.readAnswers(right.xml),
    base: base === null ? null : reader.readAnswers(base),
  }
  const questions = new Map(reader.readQuestions({ xform, xml: left.xml, language }).map((one) => [one.path, one]))
  const rows = compareDrafts(versions).flatMap((row): Prepared['rows'] => {
    if (row.verdict === 'same') return []
    const question = questions.get(row.path)
    // Values that the form works out for itself follow from the answers; a repeated group is asked as a whole.
    if (question) return [{ ...row, question }]
    return row.isRepeat
      ? [{ ...row, question: { label: row.path.slice(row.path.lastIndexOf('/') + 1), asks: 'file' as const, options: [] } }]
      : []
  })
  return { versions, rows }
}

function Desk({ conflict, prepared: { versions, rows } }: { readonly conflict: Conflict; readonly prepared: Prepared }) {
  const { t } = useWords()
  const phone = usePhone()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<ReadonlyMap<string, Chosen>>(new Map())
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const open = rows.filter((row) => row.verdict === 'both' && !chosen.has(row.path)).length
  const finish = async (xml: string, apart?: string) => {
    setSending(true)
    setError(null)
    try {
      await decide(phone, { conflict, xml, ...(apart === undefined ? {} : { apart }) })
      await cache.invalidateQueries()
      await navigate({ to: conflict.more > 0 ? `/field/conflicts/${encodeURIComponent(conflict.draft)}` : '/field/conflicts' })
    } catch (trouble) {
      setError(trouble)
    }
    setSending(false)
  }
  return (
    <div className="stack">
      {conflict.base === null && <Note>{t('conflict.no-base')}</Note>}
      {conflict.more > 0 && <Note tone="calm">{t('conflict.more', { n: conflict.more })}</Note>}
      <Panel title={t('conflict.differences', { n: rows.length })}>
        <p>{rows.length === 0 ? t('conflict.same') : t('conflict.explain')}</p>
        <div className="conflict-sides" aria-hidden="true">
          <Side conflict={conflict} side="left" />
          <Side conflict={conflict} side="right" />
        </div>
        {rows.map((row) => (
          <ConflictRow
            key={row.path}
            row={row}
            question={row.question}
            names={{ left: <Side conflict={conflict} side="left" />, right: <Side conflict={conflict} side="right" /> }}
            chosen={chosen.get(row.path) ?? null}
            onChosen={(choice) => setChosen((before) => new Map([...before, [row.path, choice]]))}
          />
        ))}
      </Panel>
      <p role="status">{open === 0 ? t('conflict.all-chosen') : t('conflict.to-choose', { n: open })}</p>
      {error !== null && <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" busy={sending} disabled={open > 0} onClick={() => void finish(writeAnswers(joinDrafts(versions, chosen)))}>
          {t('conflict.join')}
        </Button>
        <Button busy={sending} onClick={() => void finish(conflict.left.xml, conflict.right.xml)}>
          {t('conflict.apart')}
        </Button>
      </div>
      <p className="small">{t('conflict.apart.explain')}</p>
    </div>
  )
}

function Side({ conflict, side }: { readonly conflict: Conflict; readonly side: 'left' | 'right' }) {
  const version = conflict[side]
  return (
    <span className="conflict-side">
      <b>
        <VersionBy version={version} />
      </b>{' '}
      <span className="small">
        <InstantText at={version.savedAt} />
      </span>
    </span>
  )
}
