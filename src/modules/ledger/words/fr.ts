/* Le registre public : refus et phrases du terminal. */
export const fr = {
  'refusal.ledger-is-empty': 'Le registre public n’a encore aucune écriture. Signez un premier arrêté, puis redemandez.',
  'refusal.unknown-tile': 'Le registre n’a pas ce fichier. Lisez d’abord /ledger/checkpoint : la taille dit quels fichiers existent.',
  'refusal.unknown-ledger-entry':
    'Rien ne figure sous ce numéro dans le registre signé. Vérifiez le numéro ; une écriture toute récente y est au bout de quelques secondes.',
  'refusal.not-a-checkpoint': 'Ce texte n’est pas une tête de registre signée. Envoyez-la telle que le registre la donne.',
  'refusal.unknown-log':
    'Ce registre ne nous est pas connu. Demandez à l’exploitant de ce serveur d’enregistrer sa clé (chanzo ledger watch).',
  'refusal.log-signature-not-valid': 'La tête n’est pas signée par la clé que nous connaissons de ce registre.',
  'refusal.head-not-consistent': 'La preuve ne montre pas que l’ancienne tête est le début de la nouvelle. Nous ne la contresignons pas.',
  'ledger.fault.smaller':
    'Rien n’est signé : le registre compte {size} écritures, mais une tête de {signedSize} a déjà été signée. La base a sans doute été restaurée d’une copie plus ancienne ; remettez la copie la plus récente.',
  'ledger.fault.different':
    'Rien n’est signé : le registre ne contient plus ce qui a été signé à {signedSize} écritures. Relancez chanzo rebuild ; si cela ne suffit pas, la base n’est pas celle qui a signé.',
  'ledger.export.done': '{size} écritures dans {folder} (avant : {before}), {files} fichiers écrits.',
  'ledger.export.ledger-is-empty': 'Le registre n’a encore aucune écriture ; rien n’a été écrit.',
  'ledger.export.folder-holds-another-ledger':
    '{folder} contient un autre registre, ou une tête que le nôtre ne prolonge pas. Choisissez un autre dossier ; rien n’a été changé.',
  'ledger.check.holds': 'Le registre {origin} tient : {size} écritures, signé par {signers}.',
  'ledger.check.since': 'Il prolonge la tête conservée de {since} écritures : rien n’a disparu, rien n’a changé.',
  'ledger.check.key-believed':
    'La clé a été prise à côté des fichiers. Comparez-la à celle que l’autorité publie, ou donnez-la avec --key.',
  'ledger.check.no-checkpoint': 'Il n’y a pas de tête signée ({at}). Vérifiez l’adresse ou le dossier.',
  'ledger.check.not-a-checkpoint': 'La tête n’est pas lisible ({at}).',
  'ledger.check.no-key': 'Il n’y a pas de clé à côté des fichiers. Donnez-la avec --key.',
  'ledger.check.signature-does-not-hold': 'La signature de la tête ne tient pas ({at}). Ne vous fiez pas à ce registre.',
  'ledger.check.not-signed-by-the-log': 'La tête n’est pas signée par la clé attendue ({at}). Ne vous fiez pas à ce registre.',
  'ledger.check.entries-missing': 'Des écritures manquent : {at}. Le registre n’est pas complet.',
  'ledger.check.tile-differs': 'Le fichier {at} ne correspond pas aux écritures. Le registre a été altéré.',
  'ledger.check.root-differs': 'Les écritures ne donnent pas la racine signée ({at}). Le registre a été altéré.',
  'ledger.check.kept-head-not-signed': 'La tête conservée n’est pas signée par cette clé ({at}).',
  'ledger.check.smaller-than-kept-head': 'La tête conservée compte {at} écritures, plus que le registre : des écritures ont disparu.',
  'ledger.check.different-from-kept-head': 'Le registre ne contient plus ce qu’il contenait à {at} écritures : il a été réécrit.',
  'ledger.peer.kept': '{name} est enregistré.',
  'ledger.peer.own-key': 'Clé de témoin de ce serveur : {key}',
} as const
