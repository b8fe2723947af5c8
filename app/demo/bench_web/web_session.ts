import { codeAt, openSecret } from '#app/accounts/entry/totp'
import { DEMO_PASSWORD } from '#app/demo/demo_entrance'
import { row } from '#app/shared/rows'

/** Somebody who has entered, and asks for pages. */
export class WebSession {
  #cookies = new Map<string, string>()

  constructor(readonly url: string) {}

  async enter(email: string): Promise<void> {
    const door = await this.send('/connexion')
    const token = /name='_csrf' value='([^']+)'/.exec(await door.text())![1]!
    await this.send('/connexion', { _csrf: token, email, password: DEMO_PASSWORD })
    const user = await row<{ secret: string }>(
      'UPDATE users SET totp_last_step = NULL WHERE email = ? RETURNING totp_secret AS secret',
      [email]
    )
    await this.send('/connexion/code', { _csrf: token, code: codeAt(openSecret(user!.secret)) })
  }

  /** Milliseconds until the last byte of a page, or of the way to the one thing found; throws on any other answer. */
  async time(path: string): Promise<number> {
    const started = performance.now()
    const response = await this.send(path)
    await response.arrayBuffer()
    const { status, headers } = response
    const elsewhere = status === 303 && headers.get('location') !== '/connexion'
    if (status !== 200 && !elsewhere) throw new Error(`${path} answers ${status}`)
    return performance.now() - started
  }

  /** Asks for a page, or sends a form; redirections are not followed. */
  async send(path: string, fields?: Record<string, string>): Promise<Response> {
    const response = await fetch(this.url + path, {
      redirect: 'manual',
      headers: { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const pair = cookie.split(';', 1)[0]!
      const at = pair.indexOf('=')
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }
}
