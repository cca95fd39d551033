/* Actions of a file: agreed with their owner and day, reported as done with what shows it, or taken back. */
import { useState } from 'react'
import { newId } from '../../../app/api.ts'
import { useAnswer } from '../../../app/ask.ts'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { NamedField } from '../../../app/kit/named-field.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import { useWords } from '../../../app/words.ts'
import type { IncidentAction, IncidentDetail } from '../contract-report.ts'
import { TextAct } from './act.tsx'
import { PhotoField } from './photo-field.tsx'
import { Photos } from './photos.tsx'

interface PanelProps {
  readonly detail: IncidentDetail
  readonly onDone: () => void
}
export function ActionsPanel({ detail, onDone }: PanelProps) {
  const { t } = useWords()
  const { actions, may } = detail
  return (
    <Panel title={t('incident.actions')} aside={may.agreeAction && <Agree detail={detail} onDone={onDone} />}>
      {actions.length === 0 ? (
        <p className="small">{t('incident.actions.none')}</p>
      ) : (
        <ul className="plain-list stack">
          {actions.map((one) => (
            <ActionLine key={one.id} action={one} may={may.agreeAction} onDone={onDone} grave={detail.twoPersons} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

interface LineProps {
  readonly action: IncidentAction
  /** Offers to say that it is done; `withdraw` besides. */
  readonly may: boolean
  readonly onDone: () => void
  readonly withdraw?: boolean
  /** The file is grave: a word is no evidence. */
  readonly grave?: boolean
}
export function ActionLine({ action, may, onDone, withdraw = true, grave = false }: LineProps) {
  const { t } = useWords()
  return (
    <li className="stack">
      <div>
        <span>
          <b>{action.text}</b>
          <br />
          {action.ownerName ?? t('app.unknown')}
          {action.agreedIn !== null && <span className="small"> · {action.agreedIn}</span>} ·{' '}
          {action.state === 'open' && (
            <span className={action.overdue ? 'incident-late' : undefined}>
              {t('incident.action.due')} <DateText date={action.due} />
            </span>
          )}
          {action.state === 'done' && action.doneOn !== null && (
            <span>
              {t('incident.action.done')} <DateText date={action.doneOn} />
            </span>
          )}
          {action.state === 'to-confirm' && <span className="incident-late">{t('incident.action.to-confirm')}</span>}
          {action.state === 'dropped' && <span>{t('incident.action.dropped')}</span>}
          {action.evidence !== null && <span className="small"> · {action.evidence}</span>}
        </span>
        <Photos incident={action.incident} photos={action.photos} />
        {may && <LineActs {...{ action, onDone, withdraw, grave }} />}
      </div>
    </li>
  )
}

function LineActs({ action, onDone, withdraw, grave }: Required<Omit<LineProps, 'may'>>) {
  const { t } = useWords()
  const [photos, setPhotos] = useState<readonly object[]>([])
  const [as, setAs] = useState<'done' | 'not-done'>('done')
  const at = `/api/incidents/${action.incident}/actions/${action.id}`
  const isOpen = action.state === 'open'
  if (!isOpen && !(action.state === 'to-confirm' && withdraw)) return null
  return (
    <div className="row tight no-print">
      {isOpen ? (
        <TextAct
          {...{ title: t('incident-act.done'), path: `${at}/reports`, onDone }}
          explain={t(grave ? 'incident-act.done.grave' : 'incident-act.done.explain')}
          label={t('incident-act.done.evidence')}
          data={(evidence) => ({ evidence, ...(photos.length === 0 ? {} : { photos }) })}
        >
          <PhotoField n={photos.length} onPhoto={(one) => setPhotos([...photos, one])} />
        </TextAct>
      ) : (
        <TextAct
          {...{ title: t('incident-act.check'), explain: t('incident-act.check.explain'), path: `${at}/checks`, onDone }}
          {...{ label: t('incident-act.check.seen'), data: (seen: string) => ({ as, seen }), kind: 'primary' }}
        >
          <SelectField
            label={t('incident-act.check.as')}
            value={as}
            options={(['done', 'not-done'] as const).map((value) => ({ value, label: t(`incident-act.check.${value}`) }))}
            onValue={setAs}
          />
        </TextAct>
      )}
      {withdraw && (
        <TextAct
          {...{ title: t('incident-act.drop'), explain: t('incident-act.drop.explain'), path: `${at}/withdrawals`, onDone }}
          {...{ label: t('incident-act.reason'), data: (reason: string) => ({ reason }) }}
        />
      )}
    </div>
  )
}

function Agree({ detail, onDone }: PanelProps) {
  const { t } = useWords()
  const [id, setId] = useState(newId)
  const [text, setText] = useState('')
  const [owner, setOwner] = useState('')
  const [due, setDue] = useState('')
  const [agreedIn, setAgreedIn] = useState('')
  const bodies = useAnswer<{ readonly organisations: readonly { readonly id: string; readonly name: string }[] }>('/api/organisations').data
  const isOut = (id: string): boolean => detail.organisations.some((one) => one.id === id)
  const named = bodies?.organisations.map((one) =>
    isOut(one.id) ? { ...one, name: t('incident-act.action.excluded', { name: one.name }) } : one,
  )
  const isWhole = text.trim() !== '' && owner !== '' && due !== ''
  const said = { id, text: text.trim(), owner, due, ...(agreedIn.trim() === '' ? {} : { agreedIn: agreedIn.trim() }) }
  return (
    <ActDialog
      title={t('incident-act.action')}
      explain={t('incident-act.action.explain')}
      go={t('incident-act.go')}
      path={`/api/incidents/${detail.incident.id}/actions`}
      data={isWhole ? said : null}
      onDone={() => {
        setId(newId())
        setText('')
        onDone()
      }}
    >
      <LongTextField label={t('incident-act.action.text')} value={text} onValue={setText} maxLength={400} required />
      <NamedField
        label={t('incident-act.action.owner')}
        value={owner}
        named={named}
        empty={t('incident-new.choose')}
        onValue={setOwner}
        required
      />
      {isOut(owner) && <Note>{t('incident-act.action.party')}</Note>}
      <DateField label={t('incident-act.action.due')} value={due} onValue={setDue} min={todayHere()} required />
      <TextField label={t('incident-act.action.in')} value={agreedIn} onValue={setAgreedIn} maxLength={160} />
    </ActDialog>
  )
}
