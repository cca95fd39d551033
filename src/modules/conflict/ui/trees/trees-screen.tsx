/* Problem trees: which there are, how far they are, and beginning one, empty or from a file. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { madeId } from '../../../../app/api.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../../app/kit/button.tsx'
import { DataTable, said } from '../../../../app/kit/data-table.tsx'
import { TextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { refusalText, useWords } from '../../../../app/words.ts'
import type { TreeContent, TreeLine, TreeList } from '../../contract-trees.ts'
import { CutNote } from '../cut-note.tsx'
import { treeOfFile } from '../../domain/trees/exports.ts'

export function ProblemTreesScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<TreeList>('/api/conflict/trees')
  return (
    <Page title={t('trees.title')} under={t('trees.under')} answer={answer} actions={data?.mayWrite ? <Begin /> : undefined}>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <Panel>
          {data.withheld.includes('sites') && <Note tone="calm">{t('trees.withheld')}</Note>}
          <CutNote cut={data.cut} />
          <DataTable<TreeLine>
            caption={t('trees.title')}
            file="problem-trees"
            rows={data.trees}
            rowKey={(one) => one.tree}
            order="-changed"
            empty={<EmptyState title={t('trees.none')}>{t('trees.none.do')}</EmptyState>}
            columns={[
              {
                ...{ key: 'title', header: t('trees.column.title'), value: (one) => one.title },
                cell: (one) => <AppLink to={`/problem-trees/${one.tree}`}>{one.title}</AppLink>,
              },
              said<TreeLine>('zones', t('trees.column.zones'), (one) => one.zones.map((zone) => zone.name).join(', ')),
              said<TreeLine>('state', t('trees.column.state'), (one) =>
                one.state === 'frozen' ? t('trees.version', { n: one.frozen.length }) : t('trees.state.open'),
              ),
              said<TreeLine>('cards', t('trees.column.cards'), (one) => one.cards),
              said<TreeLine>('chosen', t('trees.column.chosen'), (one) => one.chosen),
              said<TreeLine>('actions', t('trees.column.actions'), (one) => one.actions),
              {
                ...{ key: 'changed', header: t('trees.column.changed'), value: (one) => one.changedOn },
                cell: (one) => <DateText date={one.changedOn} />,
              },
            ]}
          />
          <Source>{t('trees.source')}</Source>
        </Panel>
      )}
    </Page>
  )
}

interface Areas {
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}
function Begin() {
  const { t } = useWords()
  const navigate = useNavigate()
  const areas = useAnswer<Areas>('/api/places/areas?level=territoire').data?.areas
  const [title, setTitle] = useState('')
  const [zone, setZone] = useState('')
  const [content, setContent] = useState<TreeContent | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const read = async (file: File | undefined) => {
    if (!file) return
    const outcome = treeOfFile(await file.text())
    setFault(outcome.ok ? null : refusalText(outcome.refusal.code, outcome.refusal.facts))
    setContent(outcome.ok ? outcome.value : null)
    if (outcome.ok && title === '') setTitle(outcome.value.title)
  }
  const isWhole = title.trim() !== '' && zone !== '' && fault === null
  return (
    <ActDialog
      title={t('trees.begin')}
      explain={t('trees.begin.explain')}
      go={t('trees.begin.go')}
      path="/api/conflict/trees"
      data={isWhole ? { title: title.trim(), zones: [zone], workshop: null, ...(content ? { content } : {}) } : null}
      missing={t('trees.begin.missing')}
      onDone={(receipt) => void navigate({ to: `/problem-trees/${madeId(receipt)}` })}
    >
      <TextField label={t('trees.column.title')} hint={t('trees.begin.title.hint')} value={title} maxLength={160} onValue={setTitle} />
      <NamedField
        label={t('trees.begin.zone')}
        value={zone}
        named={areas?.map(({ code, name }) => ({ id: code, name }))}
        empty={t('trees.card.zones.add')}
        onValue={setZone}
      />
      <label className="field">
        <span>{t('trees.begin.file')}</span>
        <input type="file" accept="application/json,.json" onChange={(event) => void read(event.target.files?.[0])} />
      </label>
      {content !== null && <p role="status">{t('trees.begin.read', { n: content.cards.length })}</p>}
      {fault !== null && <Note tone="red">{fault}</Note>}
    </ActDialog>
  )
}
