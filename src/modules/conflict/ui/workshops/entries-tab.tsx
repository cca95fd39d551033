/* The wall in the order in which it was written: the facets of each place in words, what each group says of it, dissents with their reasons. Corrected in plenary, read aloud, printed. */
import { useState } from 'react'
import { useCommand } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { Toolbar } from '../../../../app/kit/toolbar.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { useWords } from '../../../../app/words.ts'
import { newId } from '../../../../app/api.ts'
import type { HallEntry } from '../../contract-workshops.ts'
import { EntryEditor } from './entry-editor.tsx'
import { facetsText } from './entry-facets.ts'
import { NoteStance, WithdrawEntry } from './entry-acts.tsx'
import { hasDissent, isAnswered, placeName, stancesOf } from './wall-reading.ts'
import { Stances } from './workshop-marks.tsx'
import type { TabProps } from './tab-props.ts'

const shows = ['all', 'dissent', 'unanswered'] as const

export function EntriesTab(props: TabProps) {
  const { t } = useWords()
  const { data, mayRun } = props
  const [url, change] = useUrlState()
  const groups = data.convened.groups
  const editing = mayRun ? (url['edit'] ?? '') : ''
  const edited = data.entries.find((one) => one.id === editing)
  if (editing === 'new' || edited) return <Editing {...props} edited={edited ?? null} done={() => change({ edit: '' })} />
  const show = shows.find((one) => one === url['show']) ?? 'all'
  const wanted = (url['place'] ?? '').toLocaleLowerCase()
  const entries = data.entries.filter(
    (one) =>
      (show !== 'dissent' || hasDissent(one)) &&
      (show !== 'unanswered' || !isAnswered(one, groups)) &&
      (url['group'] === undefined || String(one.group ?? 0) === url['group']) &&
      placeName(one, data.sites).toLocaleLowerCase().includes(wanted),
  )
  return (
    <div className="stack">
      <Toolbar label={t('workshop.tab.wall')}>
        <TextField label={t('workshop.place')} type="search" value={url['place'] ?? ''} onValue={(place) => change({ place })} />
        <SelectField
          label={t('workshop.show')}
          value={show}
          options={shows.map((value) => ({ value, label: t(`workshop.show.${value}`) }))}
          onValue={(value) => change({ show: value === 'all' ? '' : value })}
        />
        <SelectField
          label={t('workshop.group')}
          value={url['group'] ?? ''}
          options={[
            { value: '', label: t('workshop.group.all') },
            ...groups.map((name, index) => ({ value: String(index + 1), label: name })),
            { value: '0', label: t('workshop.plenary') },
          ]}
          onValue={(group) => change({ group })}
        />
        <span className="small grow" role="status">
          {t('workshop.shown', { n: entries.length, of: data.entries.length })}
        </span>
        {mayRun && <Button onClick={() => change({ edit: 'new' })}>{t('workshop.entry.add')}</Button>}
        <Button onClick={() => window.print()}>{t('app.print')}</Button>
      </Toolbar>
      {data.entries.length === 0 && (
        <EmptyState title={t('workshop.wall.empty')}>
          <p>{t('workshop.wall.empty.do')}</p>
        </EmptyState>
      )}
      {data.entries.length > 0 && entries.length === 0 && <EmptyState title={t('workshop.wall.none-shown')} />}
      {entries.map((entry) => (
        <EntryPanel key={entry.id} entry={entry} parts={props} edit={() => change({ edit: entry.id })} />
      ))}
      <Source>{t('workshop.wall.source')}</Source>
    </div>
  )
}

interface EntryProps {
  readonly entry: HallEntry
  readonly parts: TabProps
  readonly edit: () => void
}
function EntryPanel({ entry, parts: { data, again, mayRun }, edit }: EntryProps) {
  const { t } = useWords()
  const groups = data.convened.groups
  const by = entry.group === null ? t('workshop.plenary') : (groups[entry.group - 1] ?? '')
  return (
    <Panel
      title={`${entry.number}. ${placeName(entry, data.sites)}`}
      aside={<span className="small">{t('workshop.entry.by', { group: by })}</span>}
    >
      <div className="workshop-entry">
        <Pairs lines={facetsText(t, entry.content)} />
        <div className="stack">
          <Stances stances={stancesOf(entry, groups)} />
          {mayRun && (
            <div className="row tight no-print">
              <Button onClick={edit}>
                {t('workshop.entry.correct')} <span className="unseen">{entry.number}</span>
              </Button>
              <NoteStance entry={entry} data={data} again={again} />
              <WithdrawEntry entry={entry} data={data} again={again} />
            </div>
          )}
        </div>
      </div>
    </Panel>
  )
}

interface EditingProps extends TabProps {
  readonly edited: HallEntry | null
  readonly done: () => void
}
function Editing({ data, again, edited, done }: EditingProps) {
  const command = useCommand(`/api/conflict/workshops/${data.id}/entries`)
  // One number for one new entry: sent twice after a lost line, it is written once.
  const [entry] = useState(() => edited?.id ?? newId())
  return (
    <EntryEditor
      {...{ edited, data, done, command }}
      save={async (content) => {
        const receipt = await command.send({ entry, group: edited?.group ?? null, content }).catch(() => null)
        if (receipt === null) return
        again()
        done()
      }}
    />
  )
}
