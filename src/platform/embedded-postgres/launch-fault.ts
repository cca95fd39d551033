// Everything that can keep the embedded database from running, as one closed list. The person who reads
// these sentences typed `npm start` a second ago and has never heard of a cluster, so each one says what is
// wrong and what to do next. It refuses to know how a fault was noticed: that is told in `facts`.

interface FaultFacts {
  readonly folder: string
  /** What the operating system or PostgreSQL said, in its own words. */
  readonly detail?: string
  readonly port?: number
  readonly found?: string
  readonly wanted?: string
}

const sentences = {
  'binaries-missing': (f: FaultFacts) =>
    `PostgreSQL is not installed for this machine (${said(f)}). Run "npm ci" with optional packages allowed, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
  'busy-port': (f: FaultFacts) =>
    `Port ${f.port ?? 'wanted'} for the database is taken by another program. Leave the port out to take a free one.`,
  'cannot-drop-root': (f: FaultFacts) =>
    `PostgreSQL refuses to run as root and this environment does not let us change user (${said(f)}). Run as an ordinary user, or set DATABASE_URL.`,
  'data-folder-not-ours': (f: FaultFacts) =>
    `${f.folder} is not empty and holds no data of ours (found ${f.found ?? 'other files'}). Choose an empty or new folder with --data.`,
  'data-folder-unreadable': (f: FaultFacts) =>
    `The data folder ${f.folder} cannot be used by this user (${said(f)}). Run as its owner, or choose another folder with --data.`,
  'disk-full': (f: FaultFacts) => `The disk that holds ${f.folder} is full (${said(f)}). Nothing was damaged: make room and start again.`,
  'newer-cluster': (f: FaultFacts) =>
    `The data in ${f.folder} was written by PostgreSQL ${f.found ?? '?'}, newer than ours (${f.wanted ?? '?'}). Start the newer release of Chanzo.`,
  'older-cluster': (f: FaultFacts) =>
    `The data in ${f.folder} was written by PostgreSQL ${f.found ?? '?'}, older than ours (${f.wanted ?? '?'}). Export it with the release that wrote it.`,
  'password-missing': (f: FaultFacts) =>
    `The database password file in ${f.folder} is missing or no longer right (${said(f)}). Put it back from your backup.`,
  'launch-busy': (f: FaultFacts) =>
    `Another Chanzo process has been starting or stopping the database in ${f.folder} for too long (${said(f)}). End it and start again.`,
  'server-unresponsive': (f: FaultFacts) =>
    `The database in ${f.folder} is running but does not answer (${said(f)}). See postgresql.log there.`,
  'server-refused': (f: FaultFacts) => `The database in ${f.folder} did not start (${said(f)}). See postgresql.log there.`,
  'server-died': (f: FaultFacts) =>
    `The database in ${f.folder} stopped by itself (${said(f)}). See postgresql.log there; starting again repairs what a crash leaves behind.`,
}

export type LaunchFaultCode = keyof typeof sentences

/** Thrown by the launcher; `message` is the one sentence to print. */
export class LaunchFault extends Error {
  readonly code: LaunchFaultCode
  readonly facts: FaultFacts

  constructor(code: LaunchFaultCode, facts: FaultFacts) {
    super(sentences[code](facts))
    this.name = 'LaunchFault'
    this.code = code
    this.facts = facts
  }
}

/** The operating system's code of a thrown value (`ENOENT`), or '' when it has none. */
export function systemCode(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : ''
}

/** Turns what the file system refused into the fault that says so; anything unknown is passed through. */
export function folderFault(thrown: unknown, folder: string): unknown {
  const code = systemCode(thrown)
  const detail = thrown instanceof Error ? thrown.message : String(thrown)
  if (code === 'ENOSPC' || code === 'EDQUOT') return new LaunchFault('disk-full', { folder, detail })
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ELOOP', 'ENAMETOOLONG'].includes(code)) {
    return new LaunchFault('data-folder-unreadable', { folder, detail })
  }
  return thrown
}

function said(facts: FaultFacts): string {
  return facts.detail?.trim().split('\n').at(-1)?.slice(0, 300) || 'no reason given'
}
