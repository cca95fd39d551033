/*
The end of a transport. Both weights stand side by side with their difference before anybody signs: the recipient by function, and the
side that brought the goods by organisation and function, on this screen or later from its own account. Whoever does not agree says why; both
weights stay. Goods that are turned away or never left come back with a weight.
*/
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, TextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import type { LotSummary } from '../../contract.ts'
import type { PurchaseShown, TransferShown } from '../../contract-lots.ts'
import { legOf } from '../../domain/lots/lot-state.ts'
import { weightChange } from '../../domain/plausibility/mass-balance.ts'
import { weightRanges } from '../../domain/plausibility/tolerances.ts'
import { Balance } from './balance.tsx'
import { PurchaseTerms } from './purchase-terms.tsx'
import { gramsOf, MassField } from './mass-field.tsx'

type Says = 'agrees' | 'disagrees' | 'later'

/** What the other side says, and under which function. */
function OtherSideFields({
  says,
  role,
  remark,
  onChange,
  later,
  purchase = false,
}: {
  readonly says: Says | ''
  readonly role: string
  readonly remark: string
  readonly onChange: (part: { readonly says?: Says; readonly role?: string; readonly remark?: string }) => void
  readonly later: boolean
  readonly purchase?: boolean
}) {
  const { t } = useWords()
  const options = [
    { value: 'agrees' as const, label: t(purchase ? 'act.answer.purchase.agrees' : 'act.sign.agrees') },
    {
      value: 'disagrees' as const,
      label: t('act.sign.disagrees'),
      hint: t(purchase ? 'act.answer.purchase.disagrees' : 'act.sign.disagrees.hint'),
    },
    ...(later ? [{ value: 'later' as const, label: t('act.sign.later'), hint: t('act.sign.later.hint') }] : []),
  ]
  return (
    <>
      <Choice
        legend={later ? t('act.sign.other') : t('act.sign.mine')}
        value={says}
        options={options}
        onValue={(one) => onChange({ says: one })}
      />
      {says !== 'later' && says !== '' && (
        <TextField
          label={t('act.sign.function')}
          hint={t('act.sign.function.hint')}
          value={role}
          onValue={(text) => onChange({ role: text })}
          maxLength={80}
          required
        />
      )}
      {says === 'disagrees' && (
        <LongTextField
          label={t('act.sign.remark')}
          hint={t('lots.reason.hint')}
          value={remark}
          onValue={(text) => onChange({ remark: text })}
          maxLength={400}
        />
      )}
    </>
  )
}
const remarkOf = (text: string): object => (text.trim() === '' ? {} : { remark: text.trim() })

export function ReceiveDialog({ lot, sentGrams }: { readonly lot: LotSummary; readonly sentGrams: number }) {
  const { t } = useWords()
  const [mass, setMass] = useState('')
  const [day, setDay] = useState(todayHere)
  const [mine, setMine] = useState('')
  const [other, setOther] = useState<{ says: Says | ''; role: string; remark: string }>({ says: '', role: '', remark: '' })
  const grams = gramsOf(mass)
  const signed = other.says === 'later' || (other.says !== '' && other.role.trim() !== '')
  const side =
    other.says === 'later'
      ? {}
      : {
          otherSide: {
            ...{ organisation: lot.holder, function: other.role.trim(), agrees: other.says === 'agrees' },
            ...remarkOf(other.remark),
          },
        }
  const ready = grams !== null && day !== '' && mine.trim() !== '' && signed
  return (
    <ActDialog
      title={t('lots.receive')}
      explain={t('lots.receive.explain')}
      go={t('act.sign.go')}
      path={`/api/lots/${lot.id}/receipts`}
      data={ready ? { massGrams: grams, receivedOn: day, function: mine.trim(), ...side } : null}
    >
      <MassField label={t('lots.receive.mass')} value={mass} onValue={setMass} />
      <Balance
        beforeLabel={t('act.scale.sender')}
        beforeGrams={sentGrams}
        afterLabel={t('act.scale.mine')}
        afterGrams={grams}
        finding={grams === null ? null : weightChange(legOf(lot.kind), sentGrams, grams)}
        limits={weightRanges[legOf(lot.kind)]}
      />
      <DateField label={t('lots.receive.day')} value={day} onValue={setDay} max={todayHere()} />
      <TextField label={t('act.sign.receiver')} hint={t('act.sign.function.hint')} value={mine} onValue={setMine} maxLength={80} required />
      <OtherSideFields {...other} later onChange={(part) => setOther((before) => ({ ...before, ...part }))} />
    </ActDialog>
  )
}

export function AnswerDialog({
  path,
  explain,
  transfer,
  purchase,
}: {
  readonly path: string
  readonly explain: string
  readonly transfer?: TransferShown | undefined
  readonly purchase?: PurchaseShown | undefined
}) {
  const { t } = useWords()
  const [said, setSaid] = useState<{ says: Says | ''; role: string; remark: string }>({ says: '', role: '', remark: '' })
  const ready = said.says !== '' && said.role.trim() !== ''
  return (
    <ActDialog
      title={t('act.answer')}
      explain={explain}
      go={t('act.sign.go')}
      path={path}
      data={ready ? { function: said.role.trim(), agrees: said.says === 'agrees', ...remarkOf(said.remark) } : null}
    >
      {transfer && (
        <Balance
          beforeLabel={t('act.scale.sender')}
          beforeGrams={transfer.sentGrams}
          afterLabel={t('act.scale.receiver')}
          afterGrams={transfer.receivedGrams}
          finding={null}
        />
      )}
      {purchase && <PurchaseTerms purchase={purchase} />}
      <OtherSideFields
        {...said}
        later={false}
        purchase={purchase !== undefined}
        onChange={(part) => setSaid((before) => ({ ...before, ...part }))}
      />
    </ActDialog>
  )
}

export function RejectDialog({ lot }: { readonly lot: LotSummary }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [mass, setMass] = useState('')
  const grams = gramsOf(mass)
  return (
    <ActDialog
      title={t('act.reject')}
      explain={t('act.reject.explain')}
      go={t('lots.confirm')}
      kind="danger"
      path={`/api/lots/${lot.id}/rejections`}
      data={reason.trim() === '' ? null : { reason: reason.trim(), ...(grams === null ? {} : { massGrams: grams }) }}
    >
      <LongTextField label={t('lots.reason')} hint={t('lots.reason.hint')} value={reason} onValue={setReason} required maxLength={400} />
      {lot.massMilligrams === null && <MassField label={t('act.reject.mass')} value={mass} onValue={setMass} required={false} />}
    </ActDialog>
  )
}

export function TakeBackDialog({ lot }: { readonly lot: LotSummary }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [mass, setMass] = useState('')
  const grams = gramsOf(mass)
  return (
    <ActDialog
      title={t('act.back')}
      explain={t('act.back.explain')}
      go={t('lots.confirm')}
      path={`/api/lots/${lot.id}/takings-back`}
      data={grams === null || reason.trim() === '' ? null : { massGrams: grams, reason: reason.trim() }}
    >
      <MassField label={t('act.back.mass')} value={mass} onValue={setMass} />
      <Balance
        beforeLabel={t('lots.mass.sent')}
        beforeGrams={lot.massGrams}
        afterLabel={t('lots.mass.scale')}
        afterGrams={grams}
        finding={grams === null ? null : weightChange(legOf(lot.kind), lot.massGrams, grams)}
        limits={weightRanges[legOf(lot.kind)]}
      />
      <LongTextField label={t('lots.reason')} hint={t('lots.reason.hint')} value={reason} onValue={setReason} required maxLength={400} />
    </ActDialog>
  )
}
