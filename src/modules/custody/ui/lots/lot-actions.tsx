/* What this person may do with this lot now: send, receive, quarantine, release. Each asks once, shows what will be written, and
   keeps what was typed when the server refuses. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { LinkButton } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, TextField } from '../../../../app/kit/field.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { LotDetail, LotSummary } from '../../contract.ts'
import { legOf } from '../../domain/lots/lot-state.ts'
import { weightChange } from '../../domain/plausibility/mass-balance.ts'
import { weightRanges } from '../../domain/plausibility/tolerances.ts'
import { AssayDialog } from './assay-dialog.tsx'
import { Balance } from './balance.tsx'
import { gramsOf, MassField } from './mass-field.tsx'
import { OrganisationField } from './pick.tsx'

export function LotActions({ detail }: { readonly detail: LotDetail }) {
  const { t } = useWords()
  const me = useMe().data
  const { lot } = detail
  const own = me?.organisation?.id
  const canMove = mayOpen('custody.transfer', me)
  const free = lot.state === 'held' && lot.remainingGrams === lot.massGrams
  const settled = lot.state !== 'voided' && lot.state !== 'exported'
  return (
    <>
      {mayOpen('custody.quarantine', me) && settled && detail.quarantine === null && <ReasonDialog lot={lot} thing="quarantine" />}
      {mayOpen('custody.quarantine', me) && settled && detail.quarantine !== null && <ReasonDialog lot={lot} thing="releases" />}
      {canMove && free && lot.holder === own && <SendDialog lot={lot} />}
      {canMove && lot.recipient !== null && lot.recipient === own && <ReceiveDialog lot={lot} sentGrams={sentOf(detail)} />}
      {mayOpen('custody.assay', me) && settled && lot.kind !== 'bag' && lot.holder === own && <AssayDialog lot={lot} />}
      {mayOpen('certificates.prepare', me) && lot.kind === 'export-lot' && lot.holder === own && lot.state === 'held' && (
        <LinkButton kind="primary" to="/certificates/new" search={{ lot: lot.id }}>
          {t('lots.certify')}
        </LinkButton>
      )}
    </>
  )
}
const sentOf = ({ transfers, lot }: LotDetail): number => transfers.findLast((one) => one.receivedOn === null)?.sentGrams ?? lot.massGrams

function SendDialog({ lot }: { readonly lot: LotSummary }) {
  const { t } = useWords()
  const [to, setTo] = useState('')
  const [mass, setMass] = useState('')
  const [day, setDay] = useState(todayHere)
  const [paper, setPaper] = useState('')
  const grams = gramsOf(mass)
  const data =
    to === '' || grams === null || day === ''
      ? null
      : { to, massGrams: grams, sentOn: day, ...(paper.trim() ? { paper: paper.trim() } : {}) }
  return (
    <ActDialog
      title={t('lots.send')}
      explain={t('lots.send.explain')}
      go={t('lots.confirm')}
      path={`/api/lots/${lot.id}/transfers`}
      data={data}
    >
      <OrganisationField label={t('lots.send.to')} value={to} onValue={setTo} not={lot.holder} />
      <MassField label={t('lots.send.mass')} value={mass} onValue={setMass} />
      <DateField label={t('lots.send.day')} value={day} onValue={setDay} max={todayHere()} />
      <TextField label={t('lots.send.paper')} value={paper} onValue={setPaper} maxLength={60} />
      <Balance
        beforeLabel={t('lots.mass.written')}
        beforeGrams={lot.massGrams}
        afterLabel={t('lots.mass.scale')}
        afterGrams={grams}
        finding={grams === null ? null : weightChange(legOf(lot.kind), lot.massGrams, grams)}
        limits={weightRanges[legOf(lot.kind)]}
      />
    </ActDialog>
  )
}

function ReceiveDialog({ lot, sentGrams }: { readonly lot: LotSummary; readonly sentGrams: number }) {
  const { t } = useWords()
  const [mass, setMass] = useState('')
  const [day, setDay] = useState(todayHere)
  const grams = gramsOf(mass)
  return (
    <ActDialog
      title={t('lots.receive')}
      explain={t('lots.receive.explain')}
      go={t('lots.confirm')}
      path={`/api/lots/${lot.id}/receipts`}
      data={grams === null || day === '' ? null : { massGrams: grams, receivedOn: day }}
    >
      <MassField label={t('lots.receive.mass')} value={mass} onValue={setMass} />
      <DateField label={t('lots.receive.day')} value={day} onValue={setDay} max={todayHere()} />
      <Balance
        beforeLabel={t('lots.mass.sent')}
        beforeGrams={sentGrams}
        afterLabel={t('lots.mass.scale')}
        afterGrams={grams}
        finding={grams === null ? null : weightChange(legOf(lot.kind), sentGrams, grams)}
        limits={weightRanges[legOf(lot.kind)]}
      />
    </ActDialog>
  )
}

function ReasonDialog({ lot, thing }: { readonly lot: LotSummary; readonly thing: 'quarantine' | 'releases' }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t(`lots.${thing}`)}
      explain={t(`lots.${thing}.explain`)}
      go={t('lots.confirm')}
      path={`/api/lots/${lot.id}/${thing}`}
      kind="danger"
      data={reason.trim() === '' ? null : { reason: reason.trim() }}
    >
      <LongTextField label={t('lots.reason')} hint={t('lots.reason.hint')} value={reason} onValue={setReason} required maxLength={400} />
    </ActDialog>
  )
}
