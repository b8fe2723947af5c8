import encryption from '@adonisjs/core/services/encryption'
import { generateSecret, generateURI, verifySync, generateSync } from 'otplib'

/** Length of a step, in seconds (RFC 6238 §5.2). */
const PERIOD = 30

export interface Totp {
  /** The step whose code was given; the next code must be of a later one. */
  step: number
}

export function newSecret(): string {
  return generateSecret()
}

export function sealSecret(secret: string): string {
  return encryption.encrypt(secret, { purpose: 'totp' })
}

export function openSecret(sealed: string): string {
  const secret = encryption.decrypt<string>(sealed, 'totp')
  if (!secret) throw new Error('The second factor was sealed with another key')
  return secret
}

/** Address that an authenticator application reads in the QR code. */
export function enrolmentUri(secret: string, email: string): string {
  return generateURI({ issuer: 'Reversement', label: email, secret })
}

/**
 * The step of a right code, or null. One step of delay is accepted either way (clocks, slow fingers), and none
 * before or at `lastStep`: a code serves once (RFC 6238 §5.2).
 */
export function verifyCode(
  secret: string,
  code: string,
  lastStep: number | null,
  at = new Date()
): Totp | null {
  const token = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const now = Math.floor(at.getTime() / 1000 / PERIOD)
  for (const step of [now, now - 1, now + 1]) {
    if (lastStep !== null && step <= lastStep) continue
    const { valid } = verifySync({ secret, token, epoch: step * PERIOD, epochTolerance: 0 })
    if (valid) return { step }
  }
  return null
}

/** The code of the moment: for the demonstration and the tests. */
export function codeAt(secret: string, at = new Date()): string {
  return generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) })
}
