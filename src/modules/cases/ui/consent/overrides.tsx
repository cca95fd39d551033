/*
When life is at stake and the person cannot or did not say yes: one who may lets out exactly what is named, once, with a reason; another confirms within
a day or it falls, and the officer for data protection is told each time. It is shown to the whole team.
*/
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Dialog } from '../../../../app/kit/dialog.tsx'
import { LongTextField, SelectField } from '../../../../app/kit/field.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import { fieldLabels, groundLabels, purposeLabels } from '../../domain/consent/consent-labels.ts'
import { type Disclosure, OverrideGround } from '../../domain/consent/consent-words.ts'
import { minimumSet } from '../../domain/consent/purposes.ts'
import { say } from '../../domain/label.ts'
import { type PackageField, ServiceType } from '../../domain/referral/referral-words.ts'
import type { PartProps } from '../file/part-props.ts'
import { useSteps } from '../file/use-steps.ts'
import type { Bodies } from './bodies.ts'
import { FieldChecks } from './field-checks.tsx'

type Props = PartProps & { readonly bodies: Bodies }
export function Overrides({ work, bodies }: Props) {
  const { t, language } = useWords()
  const { act, sending, error } = useSteps(work)
  const { overrides } = work.whole.file.consents
  const mayOverride = work.may('cases.supervise')
  if (overrides.size === 0 && !mayOverride) return null
  return (
    <Panel title={t('override.title')} aside={mayOverride && <NewOverride work={work} bodies={bodies} />}>
      <p className="small">{t('override.explain', { hours: work.rules.overrideHours, mark: 'D' })}</p>
      {[...overrides].map(([id, one]) => (
        <Note key={id} tone={one.state === 'provisional' ? 'warn' : 'calm'}>
          {say(purposeLabels, one.disclosure.purpose, language)} · {bodies.name(one.disclosure.recipient)} · {t(`override.${one.state}`)}{' '}
          {one.state === 'provisional' && <InstantText at={one.confirmBefore} />}
          <div className="small">{one.disclosure.fields.map((field) => say(fieldLabels, field, language)).join(', ')}</div>
          {one.state === 'provisional' && mayOverride && one.by !== work.account && (
            <Button
              busy={sending}
              onClick={() =>
                void act(() =>
                  accepted({ all: [{ about: 'consent', ask: { step: 'confirm-override', override: asId('consent-override', id) } }] }),
                )
              }
            >
              {t('override.confirm')}
            </Button>
          )}
        </Note>
      ))}
      {error !== null && <ErrorState error={error} />}
    </Panel>
  )
}

function NewOverride({ work, bodies }: Props) {
  const { t, language } = useWords()
  const { act, sending, error, forget } = useSteps(work)
  const [open, setOpen] = useState(false)
  const [service, setService] = useState<ServiceType>('medical')
  const [recipient, setRecipient] = useState('')
  const [fields, setFields] = useState<readonly PackageField[]>([])
  const [ground, setGround] = useState<(typeof OverrideGround.options)[number]>('imminent-danger')
  const [reason, setReason] = useState('')
  const isReady = recipient !== '' && fields.length > 0 && reason.trim() !== ''
  const save = async () => {
    const sent = await act(async () => {
      const sealed = await work.seal('narrative', 'reason', reason)
      if (!sealed.ok) return sealed
      const disclosure: Disclosure = {
        purpose: 'service-referral',
        recipient: asId('organisation', recipient),
        service,
        fields: [...fields],
      }
      const ask = { step: 'override', override: asId('consent-override', newId()), disclosure, ground, reason: sealed.value.ref } as const
      return accepted({ all: [sealed.value.command, { about: 'consent', ask }] })
    })
    if (sent) setOpen(false)
  }
  return (
    <Dialog
      title={t('override.new')}
      explain={t('override.new.explain')}
      open={open}
      onOpen={(next) => {
        forget()
        setOpen(next)
      }}
      trigger={<Button kind="danger">{t('override.new')}</Button>}
      actions={
        <Button kind="danger" busy={sending} disabled={!isReady} onClick={() => void save()}>
          {t('override.go')}
        </Button>
      }
    >
      <SelectField
        label={t('override.ground')}
        value={ground}
        options={OverrideGround.options.map((value) => ({ value, label: say(groundLabels, value, language) }))}
        onValue={setGround}
      />
      <To
        bodies={bodies}
        service={service}
        recipient={recipient}
        set={(next) => {
          setService(next.service)
          setRecipient(next.recipient)
          setFields([])
        }}
      />
      <FieldChecks
        legend={t('override.fields')}
        options={minimumSet(service).map((value) => ({ value, label: say(fieldLabels, value, language) }))}
        chosen={fields}
        onChosen={setFields}
      />
      <LongTextField label={t('override.reason')} hint={t('consent.sealed.hint')} rows={2} value={reason} onValue={setReason} />
      {error !== null && <ErrorState error={error} />}
    </Dialog>
  )
}

interface ToProps {
  readonly bodies: Bodies
  readonly service: ServiceType
  readonly recipient: string
  readonly set: (to: { readonly service: ServiceType; readonly recipient: string }) => void
}
function To({ bodies, service, recipient, set }: ToProps) {
  const { t } = useWords()
  return (
    <>
      <SelectField
        label={t('consent.service')}
        value={service}
        options={ServiceType.options.map((value) => ({ value, label: t(`directory.type.${value}`) }))}
        onValue={(chosen) => set({ service: chosen, recipient })}
      />
      <SelectField
        label={t('consent.body')}
        value={recipient}
        options={[{ value: '', label: t('consent.choose') }, ...bodies.options]}
        onValue={(chosen) => set({ service, recipient: chosen })}
      />
    </>
  )
}
