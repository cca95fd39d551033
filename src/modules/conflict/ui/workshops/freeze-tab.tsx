/*
Freezing: what will be frozen, as counts; then a dated version that nobody changes any more. What is frozen is what was reread here: when a hall wrote meanwhile,
the counts say so and one rereads first. Below stand the versions with their papers.
*/
import { useState } from 'react'
import { useCommand } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { LongTextField } from '../../../../app/kit/field.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../../app/words.ts'
import type { FrozenVersion } from '../../contract-workshops.ts'
import { GivePanel } from './give-panel.tsx'
import { type WallCounts, wallCounts } from './wall-reading.ts'
import type { TabProps } from './tab-props.ts'

export function FreezeTab(props: TabProps) {
  const { t } = useWords()
  const { data, mayRun } = props
  const newest = data.versions.at(-1)?.version
  return (
    <div className="stack">
      {mayRun && <Freeze {...props} />}
      <Panel title={t('workshop.versions')}>
        <DataTable
          plain
          caption={t('workshop.versions')}
          file="versions"
          rows={data.versions}
          columns={columnsOf(t, data.id)}
          rowKey={(row) => String(row.version)}
          order="-version"
          empty={
            <EmptyState title={t('workshop.versions.none')}>
              <p>{t('workshop.versions.none.do')}</p>
            </EmptyState>
          }
        />
        <Source>{t('workshop.versions.source')}</Source>
      </Panel>
      {mayRun && newest !== undefined && <GivePanel data={data} version={newest} />}
    </div>
  )
}

const COUNTED: readonly (keyof WallCounts)[] = ['entries', 'dissents', 'unanswered', 'cards', 'dots', 'seats']

function Freeze({ data, again }: TabProps) {
  const { t } = useWords()
  const [reread, setReread] = useState(data.acts)
  const [remark, setRemark] = useState('')
  const { send, sending, error, forget } = useCommand(`/api/conflict/workshops/${data.id}/freezings`)
  const counts = wallCounts(data)
  const isBehind = data.acts !== reread
  const freeze = async () => {
    const done = await send({ shown: reread, ...(remark.trim() === '' ? {} : { remark: remark.trim() }) }).catch(() => null)
    if (done !== null) setRemark('')
    again()
  }
  const readAgain = () => {
    forget()
    setReread(data.acts)
  }
  return (
    <Panel title={t('workshop.freeze')}>
      <div className="stack">
        <p>{t('workshop.freeze.explain')}</p>
        <dl className="pairs">
          {COUNTED.map((key) => (
            <div key={key} style={{ display: 'contents' }}>
              <dt>{t(`workshop.count.${key}`)}</dt>
              <dd>{counts[key]}</dd>
            </div>
          ))}
        </dl>
        {counts.unanswered > 0 && <Note>{t('workshop.freeze.unanswered', { n: counts.unanswered })}</Note>}
        {isBehind && (
          <Note tone="red" live>
            <span className="row tight">
              <span className="grow">{t('workshop.freeze.changed')}</span>
              <Button onClick={readAgain}>{t('workshop.freeze.reread')}</Button>
            </span>
          </Note>
        )}
        {error && !isBehind && <ErrorState error={error} />}
        {!data.hasChanged && data.versions.length > 0 && <Note tone="calm">{t('workshop.freeze.nothing-new')}</Note>}
        <LongTextField
          {...{ label: t('workshop.freeze.remark'), hint: t('workshop.no-persons'), value: remark, maxLength: 400, rows: 2 }}
          onValue={setRemark}
        />
        <div className="form-actions">
          <Button
            kind="primary"
            busy={sending}
            disabled={isBehind || counts.entries === 0 || !data.hasChanged}
            onClick={() => void freeze()}
          >
            {t('workshop.freeze.do', { n: data.versions.length + 1 })}
          </Button>
        </div>
        {counts.entries === 0 && <p className="small">{t('workshop.freeze.empty')}</p>}
      </div>
    </Panel>
  )
}

const columnsOf = (t: Translate, workshop: string): readonly Column<FrozenVersion>[] => {
  const at = (version: number): string => `/conflict/workshops/${workshop}/versions/${version}`
  return [
    {
      ...{ key: 'version', header: t('workshop.version'), value: (row) => row.version },
      cell: (row) => <strong>{t('workshop.version.n', { n: row.version })}</strong>,
    },
    { ...{ key: 'on', header: t('workshop.version.on'), value: (row) => row.on }, cell: (row) => <DateText date={row.on} /> },
    said('remark', t('workshop.freeze.remark'), (row) => row.remark ?? '–'),
    {
      ...{ key: 'hash', header: t('workshop.version.hash'), value: (row) => row.sha256 },
      cell: (row) => <code title={row.sha256}>{row.sha256.slice(0, 12)}</code>,
    },
    {
      ...{ key: 'papers', header: t('workshop.version.papers'), value: () => '' },
      cell: (row) => (
        <span className="workshop-papers">
          <a href={`${at(row.version)}/report`} target="_blank" rel="noreferrer">
            {t('workshop.version.report')}
          </a>
          <a href={`${at(row.version)}/map`} target="_blank" rel="noreferrer">
            {t('workshop.version.map')}
          </a>
          <AppLink to={`/workshops/${workshop}/comparison`} search={{ v: String(row.version) }}>
            {t('workshop.version.comparison')}
          </AppLink>
        </span>
      ),
    },
  ]
}
