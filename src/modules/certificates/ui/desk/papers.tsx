/* The papers of a dossier as somebody wrote them down: always kept, never edited. A paper that is missing leaves its check open. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { FileField } from '../../../../app/kit/file-field.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { dateText, numberText } from '../../../../kernel/phrase.ts'
import { useWords } from '../../../../app/words.ts'
import type { DocumentRef } from '../../../documents/contract.ts'
import type { AttachedFact, DossierDetail } from '../../contract.ts'
import { PaperFields } from './paper-fields.tsx'
import { emptyPaper, factOf, paperKinds, type PaperForm } from './paper-form.ts'

export function Papers({ dossier, facts }: { readonly dossier: string; readonly facts: DossierDetail['facts'] }) {
  const { t } = useWords()
  return (
    <Panel title={t('dossier.papers')} aside={<span className="small">{facts.length}</span>}>
      {facts.length === 0 && <p className="ink-3">{t('dossier.papers.none')}</p>}
      <ul className="plain-list stack" style={{ gap: 10 }}>
        {facts.map(({ fact, attachedAt }, at) => (
          <li key={at}>
            <b>{t(`dossier.paper.${fact.kind}`)}</b> {fact.reference}
            <br />
            <PaperLine fact={fact} />{' '}
            <span className="small">
              · <InstantText at={attachedAt} />
              {fact.file && (
                <>
                  {' '}
                  ·{' '}
                  <a href={`/api/dossiers/${dossier}/papers/${fact.file.sha256}`} target="_blank" rel="noreferrer">
                    {t('dossier.paper.see-scan')}
                  </a>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function PaperLine({ fact }: { readonly fact: AttachedFact }) {
  const { t, language } = useWords()
  const names = useOrganisationNames()
  switch (fact.kind) {
    case 'tax-receipt':
      return (
        <>
          {fact.taxType}, {fact.authority}, {dateText(fact.paidOn)}
          {t('app.colon')} {numberText(language, fact.amountCents / 100, 2)} {fact.currency}
        </>
      )
    case 'transport-paper':
      return (
        <>
          {names(fact.from)} → {fact.to ? names(fact.to) : t('dossier.paper.abroad')}, {dateText(fact.issuedOn)}
        </>
      )
    case 'assay':
      return (
        <>
          {fact.lab}
          {t('app.colon')} {numberText(language, fact.value)} {fact.element === 'Au' ? '‰' : '%'} {fact.element}, {dateText(fact.assayedOn)}
        </>
      )
    default:
      return (
        <>
          {dateText(fact.validFrom)} – {dateText(fact.validUntil)}, {t('dossier.paper.audit')}{' '}
          {t(`status.${fact.auditStatus}`).toLowerCase()}
        </>
      )
  }
}

/** Organisations by name; an id that nobody knows stays an id. */
function useOrganisationNames(): (id: string) => string {
  const { data } = useAnswer<{ readonly organisations: readonly { readonly id: string; readonly name: string }[] }>('/api/organisations')
  const byId = new Map(data?.organisations.map((one) => [one.id, one.name]))
  return (id) => byId.get(id) ?? id
}

export function AttachDialog({ dossier, exporter }: { readonly dossier: string; readonly exporter: string }) {
  const { t } = useWords()
  const [form, setForm] = useState<PaperForm>({ ...emptyPaper, from: exporter })
  const [scan, setScan] = useState<DocumentRef | null>(null)
  const fact = factOf(form)
  const change = (part: Partial<PaperForm>) => setForm({ ...form, ...part })
  const kinds = paperKinds.map((value) => ({ value, label: t(`dossier.paper.${value}`) }))
  return (
    <ActDialog
      title={t('dossier.attach')}
      explain={t('dossier.attach.explain')}
      go={t('dossier.attach.go')}
      kind="plain"
      path={`/api/dossiers/${dossier}/facts`}
      data={fact === null || scan === null ? fact : { ...fact, file: scan }}
      onDone={() => {
        setForm({ ...emptyPaper, kind: form.kind, from: exporter })
        setScan(null)
      }}
    >
      <SelectField label={t('dossier.paper')} value={form.kind} options={kinds} onValue={(kind) => change({ kind })} />
      <PaperFields form={form} change={change} />
      <FileField<DocumentRef>
        label={t('dossier.paper.scan')}
        hint={scan === null ? t('dossier.paper.scan.hint') : t('dossier.paper.scan.kept', { hash: scan.sha256.slice(0, 12) })}
        onKept={setScan}
      />
    </ActDialog>
  )
}
