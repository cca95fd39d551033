/* Files that go along with a referral: only those of a ticked field, told apart where their vault is open, each chosen by hand. */
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { VaultName } from '../../contract-vault.ts'
import { say } from '../../domain/label.ts'
import { fieldLabels } from '../../domain/consent/consent-labels.ts'
import type { PackageField } from '../../domain/referral/referral-words.ts'
import { OpenVault } from '../file/open-vault.tsx'
import type { CaseWork } from '../file/use-case.ts'
import { type FileToGo, filesThatMayGo } from './package-files.ts'
import { readHead } from './sealed-file.ts'

interface Props {
  readonly work: CaseWork
  readonly fields: readonly PackageField[]
  /** Numbers of files. */
  readonly chosen: readonly string[]
  readonly setChosen: (chosen: readonly string[]) => void
}
export function FilesToSend({ work, fields, chosen, setChosen }: Props) {
  const { t } = useWords()
  const may = filesThatMayGo(work.whole.attachments, fields).filter(({ file }) => work.canRead(file.head.vault))
  if (may.length === 0) return null
  const vaults: readonly VaultName[] = [...new Set(may.map(({ file }) => file.head.vault))]
  return (
    <div className="field" role="group" aria-label={t('files.with')}>
      <strong>{t('files.with')}</strong>
      <p className="small">{t('files.with.hint')}</p>
      {vaults.map((vault) => (
        <OpenVault key={vault} work={work} vault={vault}>
          {() =>
            may
              .filter(({ file }) => file.head.vault === vault)
              .map((one) => <Line key={one.file.attachment} {...{ work, one, chosen, setChosen }} />)
          }
        </OpenVault>
      ))}
    </div>
  )
}
function Line({ work, one, chosen, setChosen }: Pick<Props, 'work' | 'chosen' | 'setChosen'> & { readonly one: FileToGo }) {
  const { t, language } = useWords()
  const { attachment, head: ref, at } = one.file
  const head = readHead(work.read(ref))
  if (head === null) return null
  return (
    <div translate="no">
      <CheckChoice
        label={[t(`files.kind.${head.kind}`), head.title].filter((part) => part !== '').join(' · ')}
        hint={say(fieldLabels, one.field, language)}
        checked={chosen.includes(attachment)}
        onChecked={(isOn) => setChosen(isOn ? [...chosen, attachment] : chosen.filter((other) => other !== attachment))}
      />
      <span className="small">
        <InstantText at={at} />
      </span>
    </div>
  )
}
