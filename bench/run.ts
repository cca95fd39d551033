/* `npm run bench` prints the table; `npm run bench -- NAME --json` one measurement as JSON on the last line. */
import { parseArgs } from 'node:util'
import type { Benchmark, Measured } from './benchmark.ts'
import { appendBatches, appendOneByOne } from './append.ts'
import { caseBenchmarks } from './cases.ts'
import { conflictBenchmarks } from './conflict-events.ts'
import { trainingBenchmarks } from './training.ts'
import { disclosureBenchmarks } from './disclosure.ts'
import { dossierBenchmarks, largeDossierBenchmarks } from './dossier.ts'
import { fieldDeviceBenchmarks } from './field-devices.ts'
import { fieldDownloadBenchmarks } from './field-download.ts'
import { fieldPhotoBenchmarks } from './field-photos.ts'
import { fieldStoreBenchmarks } from './field-store.ts'
import { fieldUploadBenchmarks } from './field-upload.ts'
import { flowBenchmarks } from './flows.ts'
import { formRunnerBenchmarks } from './form-runner.ts'
import { icglrBenchmarks } from './icglr.ts'
import { ingestBenchmarks } from './ingest.ts'
import { importIpis } from './import-ipis.ts'
import { ledgerBenchmarks } from './ledger.ts'
import { longFormBenchmarks } from './long-form.ts'
import { mapDataBenchmarks } from './map-data.ts'
import { siteListBenchmarks } from './site-list.ts'
import { startFirst, startNext } from './start.ts'
import { statusBenchmarks } from './status.ts'
import { runTrace } from './trace.ts'
import { verifyBenchmarks } from './verify.ts'

const benchmarks: readonly Benchmark[] = [
  startFirst,
  startNext,
  importIpis,
  appendOneByOne,
  appendBatches,
  ...statusBenchmarks,
  ...siteListBenchmarks,
  ...mapDataBenchmarks,
  ...icglrBenchmarks,
  ...formRunnerBenchmarks,
  ...longFormBenchmarks,
  ...fieldUploadBenchmarks,
  ...fieldPhotoBenchmarks,
  ...fieldDownloadBenchmarks,
  ...fieldDeviceBenchmarks,
  ...fieldStoreBenchmarks,
  ...ingestBenchmarks,
  ...verifyBenchmarks,
  ...ledgerBenchmarks,
  ...disclosureBenchmarks,
  ...caseBenchmarks,
  ...conflictBenchmarks,
  ...trainingBenchmarks,
  ...dossierBenchmarks,
]

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' }, bags: { type: 'string' } } })
const chosen =
  positionals.length === 0
    ? benchmarks
    : [...benchmarks, ...[...largeDossierBenchmarks, ...flowBenchmarks].filter((one) => positionals.includes(one.name))].filter((one) =>
        positionals.some((word) => one.name === word || one.name.startsWith(`${word}-`)),
      )
// Tracing makes a whole table of its own, at the size that is asked for; without a name it is left out, because it takes minutes.
if (positionals[0] === 'trace') await runTrace({ bags: Number(values.bags ?? 1_000_000), json: values.json ?? false })
else if (chosen.length === 0) {
  process.stderr.write(`There is no benchmark ${positionals.join(' ')}. There are: ${benchmarks.map((one) => one.name).join(', ')}.\n`)
  process.exitCode = 2
}
const rounded = (value: number): number => Number(value.toPrecision(4))
if (!values.json && chosen.length > 0)
  process.stdout.write(
    `${'benchmark'.padEnd(22)}${'ours'.padStart(12)}${'peer'.padStart(12)}${'ratio'.padStart(9)}  unit      runs  peer\n`,
  )
for (const one of chosen) {
  const { ours, peer, peerName, unit, runs } = await one.measure()
  const measured: Measured = { name: one.name, ours: rounded(ours), peer: rounded(peer), peerName, ratio: rounded(ours / peer), unit, runs }
  if (values.json) process.stdout.write(`${JSON.stringify(measured)}\n`)
  else
    process.stdout.write(
      `${one.name.padEnd(22)}${String(measured.ours).padStart(12)}${String(measured.peer).padStart(12)}${String(measured.ratio).padStart(9)}  ${unit.padEnd(9)} ${String(runs).padStart(4)}  ${peerName}\n`,
    )
}
