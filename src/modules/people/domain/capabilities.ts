/*
Every power in the house, by name: `<module>.<verb>`. A route asks for one of these; a role holds some of them. Nothing asks
for a role by name, so that a country may cut its roles differently without touching a route.
*/
export const CAPABILITIES = [
  'people.manage',
  'people.enrol-device',
  'places.import',
  'imports.manage',
  'sites.read',
  /** Sees where a site lies to the metre; without it, positions are rounded. */
  'sites.exact-position',
  'sites.register',
  'sites.plan-mission',
  'sites.inspect',
  'sites.review',
  /** Writes and corrects drafts of orders; signing them is `sites.order`. */
  'sites.draft-order',
  'sites.order',
  /** Chooses which rulebook speaks for a country, and sets its uncertain values. */
  'sites.choose-rules',
  'sites.hold',
  'sites.blue-apply',
  /** Records that an authority received an exporter's request. */
  'sites.blue-receive',
  'sites.blue-object',
  'custody.read',
  /** Sees and may act on lots of others, within the territory; without it, only one's own. */
  'custody.oversee',
  'custody.allocate-tags',
  /** Asks for tags for a site, counts them when they come, counts its box and takes tags out of it for a day. */
  'custody.hold-tags',
  /** Reports what a site can produce, and validates the report of another. */
  'custody.report-baseline',
  'custody.weigh',
  /** Buys gold: weighs, tests and seals sachets, opens them again before witnesses. */
  'custody.seal-gold',
  /** Declares prices of reference for gold. */
  'custody.gold-prices',
  /** Prints and types in log sheets of the own books. */
  'custody.sheets',
  'custody.transfer',
  'custody.aggregate',
  'custody.assay',
  'custody.quarantine',
  /** Sets thresholds of the rules about figures, declares figures and assumptions of the ledger; within the territory. */
  'custody.set-thresholds',
  /** The register of operators: who trades, with which card, until when. Members of a cooperative and reports only where one oversees or belongs. */
  'operators.read',
  'operators.register',
  'operators.apply',
  'operators.issue',
  /** Approvals, which are the Minister's; `operators.issue` alone gives cards. */
  'operators.approve',
  /** Sees the name of an artisan on the artisan's own page. */
  'operators.persons',
  /** Files the monthly report of the own organisation. */
  'operators.report',
  /** Writes the register of exporters: the own record, or every one for who watches over the trade. */
  'operators.exporters',
  /** Sees who owns an exporter, persons by name, on one page; an exporter its own. */
  'operators.owners',
  /** Audits exporters as an accredited third party: findings, a proposed flag, the report. */
  'operators.audit',
  /** Records what the audit committee decided, on audits and on appeals. */
  'operators.decide-audit',
  /** Appeals against the decision on the own audit. */
  'operators.appeal',
  /** Risks, flags and plans; those of the own supply chain unless one also holds `risks.oversee`. */
  'risks.read',
  /** Sees the risks of everybody. */
  'risks.oversee',
  /** Records risks and flags, proposes and adopts plans, takes readings. */
  'risks.assess',
  /** Lifts a suspension that another person brought about. */
  'risks.lift',
  'papers.read',
  /** Drafts, issues and cancels papers of the own organisation, records their use. */
  'papers.draw',
  /** Changes what kinds of paper a programme knows. */
  'papers.configure',
  'certificates.read',
  'certificates.prepare',
  'certificates.verify',
  'certificates.validate',
  'certificates.revoke',
  /** Reserves numbers for an office that works without network, and closes them. */
  'certificates.blocks',
  /** Issues provisionally from the numbers of the own telephone. */
  'certificates.provisional',
  /** Records where and when goods left with a certificate. */
  'certificates.use',
  /** Changes and revokes the keys that sign certificates. */
  'certificates.keys',
  /** Reports what was seen; always kept. */
  'incidents.report',
  'incidents.read',
  /** Verifies, agrees actions, stops and frees lots, closes: within the territory, and never where the own body is named. */
  'incidents.handle',
  /** Tells everybody what came of an incident. */
  'incidents.publish',
  /** Reads, and with `incidents.handle` handles, cases under protection. */
  'incidents.protect',
  /** Chooses numbers of the rules of incidents. */
  'incidents.configure',
  /** Tier of committees: events of sources that may be passed on; of everything else categories by territoire. */
  'conflict.read',
  /** Tier of the cleared: sites and actors of conflict sheets, roadblocks by place, rows of the house's own files. Never a secret name. */
  'conflict.read-exact',
  /** Proposes what a visit or a meeting told; reads back its own. */
  'conflict.propose',
  /** Keeps sheets, actors, trees, roads and workshops; cross-checks what others proposed. */
  'conflict.map',
  /** Validates and publishes what others wrote. */
  'conflict.validate',
  /** Tier of names: opens, with a personal key, the secret names of actors and beneficiaries that were sealed to it. */
  'conflict.named',
  /** Asks for secret names of a prosecution, and opens what a reader sealed anew to it for a time. */
  'conflict.name-request',
  /** Warns of what is about to happen; always kept. */
  'conflict.warn',
  /** Sorts warnings by their clocks, shares them with who responds, closes them. */
  'conflict.triage',
  /** Follows the roadmap, disarmament in numbers, dialogues and what parties promised. */
  'conflict.peace',
  'reports.read',
  /** Writes reports of the own organisation, brings statistics of trade, fills the workbooks of buyers. */
  'reports.write',
  /** Releases reports of the own organisation: frozen, numbered, never changed again. */
  'reports.release',
  /** Sends photographs and papers, to be attached to what one records. */
  'documents.add',
  /** Publishes versions of forms; reading them comes with `sites.read`. */
  'forms.publish',
  /** Reads and writes the register in the ICGLR's own form; its identifiers spell positions out. */
  'exchange.ogc-read',
  'exchange.icglr-read',
  'exchange.icglr-write',
  /** Sends EPCIS documents; what they mean for custody happens with the rights of who sent them. */
  'exchange.epcis-capture',
  /** Reads EPCIS events of what one may see, and subscribes to them. */
  'exchange.epcis-query',
  /** Of a machine: all of custody by EPCIS, and nothing elsewhere. */
  'exchange.epcis-all',
  /** Fetches forms and sends answers as ODK Collect does; a password of Collect opens this and nothing else. */
  'exchange.openrosa',
  /** Reads reports of people without a name, answers them, says what becomes of them; never one that names the own body. */
  'voices.triage',
  /** Erases a text of such a report for good, where it endangers somebody. */
  'voices.erase',
  /** Types in reports from paper and voice notes. */
  'voices.type-in',
  /** Registers webhooks and sees their deliveries. */
  'webhooks.manage',
  'integrator',
  /** Sees which telephones were not heard of and what waits on the server; within the own sight. */
  'field.oversee',
  /** Hands in the unsent work of a telephone that was removed or is broken. */
  'field.rescue',
  /** Sends signals and screenings about a person, sealed to the team that helps; reads none of them again. */
  'cases.signal',
  /** Accompanies persons: opens, reads and writes the files in whose team one is. */
  'cases.work',
  /** Assigns, approves and closes files of the own organisation; never what one wrote oneself. */
  'cases.supervise',
  /** Gets referrals to the own body, and answers them. */
  'cases.receive',
  /** Runs a shelter: stays and places, of the own house. */
  'cases.shelter',
  /** Follows a person through justice: the tracks and the named witness files. */
  'cases.justice',
  /** Says, for a body that the law names, whether a person is recognised. */
  'cases.determine',
  /** Keeps the directory of services: of every body for who accompanies or supervises, else of the own. */
  'cases.directory',
  /** Looks services up before a referral. */
  'cases.directory-read',
  /** Sees houses by coded name and whether there is room; never where they lie. */
  'cases.shelters-read',
  /** Data protection officer: who saw what, breaches, retention, requests of persons; reads no file. */
  'cases.protect-data',
  /** Numbers that went through disclosure control, and nothing of a person. */
  'cases.statistics',
  /** Sees which figures and coded rows may leave, and takes the files of those that were approved. */
  'releases.read',
  /** Has a personal key, without which nothing sealed opens. */
  'cases.hold-key',
  /** Keeps one share of the keys of files; two custodians together give a key back. */
  'cases.guard-shares',
  /** Shuts an office that is in danger, in one action. Shutting needs one person, opening again two. */
  'cases.lock-down',
  /** Reads minutes, decisions, actions, scorecards and the basket fund of committees. */
  'coordination.read',
  /** Acts for the own body in a committee: says what was done, shows it, rates, objects, contributes. */
  'coordination.act',
  /** Secretary: convenes, takes attendance, writes minutes, numbers decisions, follows actions. */
  'coordination.keep',
  /** Presides: approves minutes, which locks them, and signs escalations. Never what one wrote oneself. */
  'coordination.preside',
  /** Is told what committees could not settle: a component that left, an action that came up to the ministry. */
  'coordination.escalated-read',
  /** Numbers of training, campaigns and resource centres; no participant and no visitor. */
  'outreach.read',
  /** Runs trainings: sessions, participants, attendance, tests, certificates. */
  'outreach.train',
  /** Gives the test of a session on a telephone: its questions without the right options, sheets by badge. */
  'outreach.test',
  /** Runs campaigns and notes their reach. */
  'outreach.campaign',
  /** Sits at the desk of a resource centre. */
  'outreach.desk',
  /** Reads flows of people in numbers. */
  'mobility.read',
  /** Counts at a flow monitoring point. */
  'mobility.count',
  /** Opens, suspends and closes flow monitoring points, brings in files of counts. */
  'mobility.keep',
  /** Reads projects with drafts of values and reports. */
  'projects.read',
  /** Reads what is locked or frozen, and nothing before. */
  'projects.locked-read',
  /** Writes projects, results, values, drafts of reports. */
  'projects.write',
  /** Verifies and locks values and freezes reports that another person wrote. */
  'projects.approve',
] as const
export type Capability = (typeof CAPABILITIES)[number]
