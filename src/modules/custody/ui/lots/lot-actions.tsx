/* What this person may do with this lot now: send, receive, quarantine, release. Each asks once, shows what will be written, and
   keeps what was typed when the server refuses. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { LinkButton } from '../../../../app/kit/button.tsx'
import { LongTextField } from '../../../../app/kit/field.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { LotDetail, LotSummary } from '../../contract.ts'
import type { LotDealings } from '../../contract-lots.ts'
import { ReceiveGoldDialog, ReopenDialog, ReweighGoldDialog, SendGoldDialog } from '../gold/gold-dialogs.tsx'
import { AssayDialog } from './assay-dialog.tsx'
import { ReceiveDialog, RejectDialog, TakeBackDialog } from './receive-dialogs.tsx'
import { LegDialog, SendDialog } from './send-dialog.tsx'
import { CorrectDialog, LeaveDialog, LiftDialog, PackDialog, SeizeDialog, StoreDialog } from './still-dialogs.tsx'

export function LotActions({ detail, dealings }: { readonly detail: LotDetail; readonly dealings: LotDealings | undefined }) {
  return detail.lot.massMilligrams === null ? <GramActions detail={detail} dealings={dealings} /> : <GoldActions detail={detail} />
}

/** Gold is weighed to the milligram, and does not lie in depots of ore. */
function GoldActions({ detail }: { readonly detail: LotDetail }) {
  const { t } = useWords()
  const me = useMe().data
  const { lot } = detail
  const isOwn = lot.holder === me?.organisation?.id
  const canMove = mayOpen('custody.transfer', me)
  const settled = lot.state !== 'voided' && lot.state !== 'exported'
  const isWhole = lot.remainingMilligrams === lot.massMilligrams
  return (
    <>
      {mayOpen('custody.quarantine', me) && settled && <Quarantine detail={detail} />}
      {canMove && lot.state === 'held' && isWhole && isOwn && <SendGoldDialog lot={lot} />}
      {canMove && lot.recipient !== null && lot.recipient === me?.organisation?.id && (
        <>
          <ReceiveGoldDialog lot={lot} />
          <RejectDialog lot={lot} />
        </>
      )}
      {canMove && isOwn && (lot.recipient !== null || lot.state === 'rejected') && <ReweighGoldDialog lot={lot} act="takings-back" />}
      {mayOpen('custody.seal-gold', me) && lot.kind === 'gold-sachet' && isOwn && lot.recipient === null && settled && isWhole && (
        <ReopenDialog lot={lot} />
      )}
      {mayOpen('custody.weigh', me) && settled && lot.recipient === null && <ReweighGoldDialog lot={lot} act="corrections" />}
      {mayOpen('custody.quarantine', me) && settled && lot.state !== 'seized' && <SeizeDialog lot={lot} />}
      {mayOpen('custody.quarantine', me) && lot.state === 'seized' && <LiftDialog lot={lot} />}
      {mayOpen('custody.assay', me) && settled && isOwn && <AssayDialog lot={lot} />}
      {mayOpen('custody.aggregate', me) && lot.kind === 'export-lot' && lot.state === 'held' && isOwn && <PackDialog lot={lot} />}
      {mayOpen('certificates.prepare', me) && lot.kind === 'export-lot' && isOwn && lot.state === 'held' && (
        <LinkButton kind="primary" to="/certificates/new" search={{ lot: lot.id }}>
          {t('lots.certify')}
        </LinkButton>
      )}
    </>
  )
}

function GramActions({ detail, dealings }: { readonly detail: LotDetail; readonly dealings: LotDealings | undefined }) {
  const { t } = useWords()
  const me = useMe().data
  const { lot } = detail
  const own = me?.organisation?.id
  const canMove = mayOpen('custody.transfer', me)
  const free = lot.state === 'held' && lot.remainingGrams === lot.massGrams
  const inDepot = dealings?.stays.at(-1)?.outOn === null
  const settled = lot.state !== 'voided' && lot.state !== 'exported'
  return (
    <>
      {mayOpen('custody.quarantine', me) && settled && <Quarantine detail={detail} />}
      {canMove && free && lot.holder === own && <SendDialog lot={lot} />}
      {canMove && lot.recipient !== null && lot.recipient === own && (
        <>
          <ReceiveDialog lot={lot} sentGrams={sentOf(detail)} />
          <RejectDialog lot={lot} />
        </>
      )}
      {canMove && lot.holder === own && (lot.recipient !== null || lot.state === 'rejected') && <TakeBackDialog lot={lot} />}
      {canMove && lot.recipient !== null && (lot.holder === own || lot.recipient === own) && <LegDialog lot={lot} />}
      {canMove && settled && lot.state !== 'consumed' && lot.holder === own && lot.recipient === null && !inDepot && (
        <StoreDialog lot={lot} />
      )}
      {canMove && lot.holder === own && inDepot && <LeaveDialog lot={lot} />}
      {mayOpen('custody.aggregate', me) && lot.kind === 'export-lot' && free && lot.holder === own && <PackDialog lot={lot} />}
      {mayOpen('custody.weigh', me) && settled && lot.recipient === null && <CorrectDialog lot={lot} />}
      {mayOpen('custody.quarantine', me) && settled && lot.state !== 'seized' && <SeizeDialog lot={lot} />}
      {mayOpen('custody.quarantine', me) && lot.state === 'seized' && <LiftDialog lot={lot} />}
      {mayOpen('custody.assay', me) && settled && lot.kind !== 'bag' && lot.holder === own && <AssayDialog lot={lot} />}
      {mayOpen('certificates.prepare', me) && lot.kind === 'export-lot' && lot.holder === own && lot.state === 'held' && (
        <LinkButton kind="primary" to="/certificates/new" search={{ lot: lot.id }}>
          {t('lots.certify')}
        </LinkButton>
      )}
    </>
  )
}
const sentOf = ({ transfers, lot }: LotDetail): number => transfers.at(-1)?.sentGrams ?? lot.massGrams

/** What a file of an incident stopped is freed from that file, by those who handle it: here nobody is offered to, whatever it says of whom. */
const isKeptByFile = (detail: LotDetail): boolean => /^Incident[ ,]/.test(detail.quarantine?.because ?? '')
function Quarantine({ detail }: { readonly detail: LotDetail }) {
  if (isKeptByFile(detail)) return null
  return <ReasonDialog lot={detail.lot} thing={detail.quarantine === null ? 'quarantine' : 'releases'} />
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
