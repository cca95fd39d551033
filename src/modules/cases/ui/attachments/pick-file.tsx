/*
A file is chosen, photographed or recorded, cleaned on this device and said what it is; what becomes of it is the business of who asks: added to a case that
is open, or sent with one that is being opened. Nothing is sealed here and nothing leaves.
*/
import { type ReactNode, useState } from 'react'
import { Field, LongTextField, SelectField } from '../../../../app/kit/field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { VaultName } from '../../contract-vault.ts'
import { say } from '../../domain/label.ts'
import { troubleFrom } from '../file/use-case.ts'
import { vaultLabels } from '../team/team-labels.ts'
import { type CleanFile, cleanFile } from './clean-file.ts'
import { Recorder } from './recorder.tsx'
import { FILE_KINDS, type FileKind, type MediaKind } from './sealed-file.ts'

export interface PickedFile extends CleanFile {
  readonly kind: FileKind
  readonly title: string
  readonly vault: VaultName
}
export const VAULT_OF: { readonly [Kind in FileKind]: VaultName } = {
  ...{ 'identity-paper': 'identity', person: 'identity', medical: 'narrative', consent: 'evidence' },
  ...{ court: 'narrative', place: 'narrative', other: 'narrative' },
}
export const mediaWord = (mediaType: MediaKind) =>
  mediaType === 'image/jpeg' ? 'files.media.image' : mediaType === 'application/pdf' ? 'files.media.pdf' : 'files.media.sound'

interface Props {
  readonly vaultFor: (kind: FileKind) => VaultName
  /** What is done with it; `null` until a file was taken that can be sent. */
  readonly children: (picked: PickedFile | null) => ReactNode
}
/** Begun anew with another `key`, so that the name of a file is not left standing on the screen. */
export function PickFile({ vaultFor, children }: Props) {
  const { t, language } = useWords()
  const [clean, setClean] = useState<CleanFile | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [kind, setKind] = useState<FileKind>('identity-paper')
  const [title, setTitle] = useState('')
  const vault = vaultFor(kind)
  const take = async (file: Blob | undefined) => {
    if (file === undefined) return
    setClean(null)
    setError(null)
    const cleaned = await cleanFile(file)
    if (cleaned.ok) setClean(cleaned.value)
    else setError(await troubleFrom(cleaned.refusal))
    if (file instanceof File && title === '') setTitle(file.name.replace(/\.[a-z0-9]{2,5}$/i, ''))
  }
  return (
    <>
      <p className="small">{t('files.before')}</p>
      <Sources take={(file) => void take(file)} />
      <SelectField
        label={t('files.kind')}
        value={kind}
        options={FILE_KINDS.map((value) => ({ value, label: t(`files.kind.${value}`) }))}
        onValue={setKind}
      />
      <LongTextField
        sealed
        label={t('files.title')}
        hint={t('files.title.hint')}
        rows={1}
        maxLength={120}
        value={title}
        onValue={setTitle}
      />
      <p className="small">{t('files.readers', { vault: say(vaultLabels, vault, language) })}</p>
      {clean && (
        <Note tone="calm" live>
          {t('files.ready', { kind: t(mediaWord(clean.mediaType)), size: sizeText(clean.content.length, language) })}
        </Note>
      )}
      {error !== null && <ErrorState error={error} />}
      {children(clean === null ? null : { ...clean, kind, title: title.trim(), vault })}
    </>
  )
}

function Sources({ take }: { readonly take: (file: Blob | undefined) => void }) {
  const { t } = useWords()
  return (
    <>
      <div className="field-row">
        <Field label={t('files.choose')} hint={t('files.choose.hint')}>
          {(wiring) => (
            <input
              className="input"
              type="file"
              accept="image/*,application/pdf,audio/*"
              {...wiring}
              onChange={(event) => take(event.target.files?.[0])}
            />
          )}
        </Field>
        <Field label={t('files.camera')}>
          {(wiring) => (
            <input
              className="input"
              type="file"
              accept="image/*"
              capture="environment"
              {...wiring}
              onChange={(event) => take(event.target.files?.[0])}
            />
          )}
        </Field>
      </div>
      <div className="form-actions">
        <Recorder onSound={take} />
      </div>
    </>
  )
}
const sizeText = (bytes: number, language: 'fr' | 'en'): string =>
  `${Math.max(1, Math.round(bytes / 1000)).toLocaleString(language)} ${language === 'fr' ? 'ko' : 'kB'}`
