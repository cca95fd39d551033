/* Actions of a file: agreed with their owner and day, reported as done with what shows it, or taken back. */
import { useState } from 'react'
import { newId } from '../../../app/api.ts'
import { useAnswer } from '../../../app/ask.ts'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { DateField, LongTextField, TextField } from '../../../app/kit/field.tsx'
import { NamedField } from '../../../app/kit/named-field.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import { useWords } from '../../../app/words.ts'
import type { IncidentAction, IncidentDetail } from '../contract-report.ts'
import { TextAct } from './act.tsx'

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
            <ActionLine key={one.id} action={one} may={may.agreeAction} onDone={onDone} />
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
}
export function ActionLine({ action, may, onDone, withdraw = true }: LineProps) {
  const { t } = useWords()
  const at = `/api/incidents/${action.incident}/actions/${action.id}`
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
          {action.state === 'dropped' && <span>{t('incident.action.dropped')}</span>}
          {action.evidence !== null && <span className="small"> · {action.evidence}</span>}
        </span>
        {may && action.state === 'open' && (
          <div className="row tight no-print">
            <TextAct
              {...{ title: t('incident-act.done'), explain: t('incident-act.done.explain'), path: `${at}/reports`, onDone }}
              {...{ label: t('incident-act.done.evidence'), data: (evidence: string) => ({ evidence }) }}
            />
            {withdraw && (
              <TextAct
                {...{ title: t('incident-act.drop'), explain: t('incident-act.drop.explain'), path: `${at}/withdrawals`, onDone }}
                {...{ label: t('incident-act.reason'), data: (reason: string) => ({ reason }) }}
              />
            )}
          </div>
        )}
      </div>
    </li>
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
        named={bodies?.organisations}
        empty={t('incident-new.choose')}
        onValue={setOwner}
        required
      />
      <DateField label={t('incident-act.action.due')} value={due} onValue={setDue} min={todayHere()} required />
      <TextField label={t('incident-act.action.in')} value={agreedIn} onValue={setAgreedIn} maxLength={160} />
    </ActDialog>
  )
}
