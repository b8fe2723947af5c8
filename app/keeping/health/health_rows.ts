import type { Health } from '#app/keeping/health/read_health'
import { formatNumber, plural } from '#app/shared/french_format'
import { formatInstant } from '#app/shared/format_instant'
import type { StateLabel } from '#app/shared/screens/list'

export interface HealthRow {
  label: string
  value: string
  state: StateLabel
  /** What to do when it is not well. */
  remedy: string | null
}

const DAY_MS = 24 * 3_600_000
const LATE_SECONDS = 600
/** A round removes them each day. */
const LATE_FILES_SECONDS = 2 * 86_400
const LOW_ROOM = 0.1

const well: StateLabel = { label: 'bien', tone: 'good' }

/** Each part of the installation, whether it is well, and what to do when it is not. */
export function healthRows(health: Health, at = new Date()): HealthRow[] {
  const { database, works, mails, books, backup, files, disk, pendingMigrations } = health
  return [
    line(
      'Base de données',
      `${size(database.bytes)}, ${plural(database.connections, 'connexion')}`
    ),
    line(
      'Schéma',
      pendingMigrations === 0
        ? 'à jour'
        : plural(pendingMigrations, 'migration en attente', 'migrations en attente'),
      pendingMigrations !== 0 && 'Lancez ./ace migration:run.',
      'alert'
    ),
    line(
      'Travaux',
      `${waiting(works)}, ${plural(works.failedThisWeek, 'échec', 'échecs')} en 7\u00a0jours`,
      isLate(works.oldestSeconds) && 'Vérifiez qu’un processus ./ace work ou web tourne.'
    ),
    line(
      'Courriels',
      `${waiting(mails)}, ${plural(mails.failed, 'échec', 'échecs')}`,
      (isLate(mails.oldestSeconds) || mails.failed > 0) &&
        'Voyez la page Courriels, et le serveur SMTP.'
    ),
    line(
      'Comptes',
      books ? `vérifiés le ${formatInstant(books.checkedAt)}` : 'jamais vérifiés',
      booksRemedy(books, at),
      books && books.breaches > 0 ? 'alert' : 'waiting'
    ),
    line(
      'Sauvegarde',
      backup
        ? `${backup.fileName}, ${size(backup.bytes)}, le ${formatInstant(backup.madeAt)}`
        : 'aucune',
      (!backup || at.getTime() - backup.madeAt.getTime() > 2 * DAY_MS) &&
        'Lancez ./ace backup, et programmez-la chaque nuit.',
      'alert'
    ),
    line(
      'Fichiers à effacer',
      waiting(files),
      (files.oldestSeconds ?? 0) > LATE_FILES_SECONDS &&
        'L’archive ne se laisse pas écrire, ou aucun processus ne fait les rondes\u00a0: voyez le journal du serveur.'
    ),
    line(
      'Place sur le disque',
      `${size(disk.freeBytes)} libres sur ${size(disk.totalBytes)}`,
      disk.freeBytes < LOW_ROOM * disk.totalBytes &&
        'Libérez de la place, ou agrandissez le disque.',
      'alert'
    ),
  ]
}

function line(
  label: string,
  value: string,
  remedy: string | false | null = null,
  tone: 'alert' | 'waiting' = 'waiting'
): HealthRow {
  if (!remedy) return { label, value, state: well, remedy: null }
  return { label, value, state: { label: tone === 'alert' ? 'à traiter' : 'à voir', tone }, remedy }
}

function booksRemedy(books: Health['books'], at: Date): string | null {
  if (!books) return 'Lancez ./ace ledger:check, ou la vérification de la page Écritures.'
  if (books.breaches > 0) return 'Ne réglez plus rien\u00a0: lancez ./ace ledger:check et lisez-le.'
  return at.getTime() - books.checkedAt.getTime() > 7 * DAY_MS
    ? 'Vérifiez-les chaque semaine\u00a0: ./ace ledger:check.'
    : null
}

function waiting(queue: { waiting: number; oldestSeconds: number | null }): string {
  if (queue.waiting === 0) return 'rien en attente'
  return `${formatNumber(queue.waiting)} en attente, depuis ${lasted(queue.oldestSeconds ?? 0)} au plus`
}

function lasted(seconds: number): string {
  return seconds < 2 * 86_400
    ? plural(Math.floor(seconds / 60), 'minute')
    : plural(Math.floor(seconds / 86_400), 'jour')
}

function isLate(seconds: number | null): boolean {
  return (seconds ?? 0) > LATE_SECONDS
}

function size(bytes: number): string {
  const gigabytes = bytes / 1024 ** 3
  return gigabytes >= 1
    ? `${formatNumber(Math.round(gigabytes))}\u00a0Go`
    : `${formatNumber(Math.ceil(bytes / 1024 ** 2))}\u00a0Mo`
}
