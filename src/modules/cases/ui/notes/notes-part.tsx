/*
Notes of the team: their author may reword them for a day, afterwards a correction stands beside them, so that nobody can say later that it was always
written so.
*/
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { instantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { CaseWork } from '../file/use-case.ts'
import { useColleagues } from '../file/colleagues.ts'
import type { PartProps } from '../file/part-props.ts'
import { OpenVault } from '../file/open-vault.tsx'
import { SealedForm } from '../file/sealed-form.tsx'
import { type NoteLine, noteLines } from './note-lines.ts'

const kinds = ['contact', 'safety', 'service', 'supervision', 'other'] as const

export function Part({ work }: PartProps) {
  const { t } = useWords()
  const [kind, setKind] = useState<(typeof kinds)[number]>('contact')
  const [about, setAbout] = useState<{ readonly line: NoteLine; readonly how: 'reword' | 'correct' } | null>(null)
  return (
    <div className="stack">
      <Panel title={t('notes.write')}>
        <SealedForm
          {...{ work, vault: 'narrative', slot: 'note', label: t('notes.words'), hint: t('person.hint'), go: t('person.seal') }}
          steps={(words) => [{ about: 'note', ask: { step: 'write-note', note: asId('case-note', newId()), kind, words, corrects: null } }]}
        >
          <SelectField
            label={t('notes.kind')}
            value={kind}
            options={kinds.map((value) => ({ value, label: t(`notes.kind.${value}`) }))}
            onValue={setKind}
          />
        </SealedForm>
      </Panel>
      <Panel title={t('notes.all')}>
        <div className="stack">
          <OpenVault work={work} vault="narrative">
            {() => <Lines {...{ work, about, setAbout }} />}
          </OpenVault>
        </div>
        <Source>{t('notes.rule', { n: work.rules.noteOpenHours })}</Source>
      </Panel>
    </div>
  )
}

interface LinesProps {
  readonly work: CaseWork
  readonly about: { readonly line: NoteLine; readonly how: 'reword' | 'correct' } | null
  readonly setAbout: (about: LinesProps['about']) => void
}
function Lines({ work, about, setAbout }: LinesProps) {
  const { t } = useWords()
  const { name } = useColleagues()
  const lines = noteLines(work.events, { account: work.account, now: work.now, openHours: work.rules.noteOpenHours })
  if (lines.length === 0) return <EmptyState title={t('notes.none')} />
  return (
    <ol className="case-timeline">
      {lines.map((line) => (
        <li key={line.note}>
          <span className="small">
            {t(`notes.kind.${line.kind}`)} · {instantText(line.at)} · {name(line.by)}
            {line.corrects !== null && ` · ${t('notes.corrects')}`}
            {line.isReworded && ` · ${t('notes.reworded')}`}
          </span>
          <p className="case-words sealed-words" translate="no">
            {work.read(line.words) ?? t('case.vault.not-readable')}
          </p>
          {about?.line.note === line.note ? (
            <SealedForm
              {...{ work, vault: 'narrative', slot: 'note', label: t('notes.words'), go: t('person.seal') }}
              start={about.how === 'reword' ? (work.read(line.words) ?? '') : ''}
              steps={(words) => [
                about.how === 'reword'
                  ? { about: 'note', ask: { step: 'rewrite-note', note: line.note, words } }
                  : {
                      about: 'note',
                      ask: { step: 'write-note', note: asId('case-note', newId()), kind: line.kind, words, corrects: line.note },
                    },
              ]}
              onDone={() => setAbout(null)}
            />
          ) : (
            <span className="no-print">
              <Button kind="quiet" onClick={() => setAbout({ line, how: line.mayReword ? 'reword' : 'correct' })}>
                {t(line.mayReword ? 'notes.reword' : 'notes.correct')}
              </Button>
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
