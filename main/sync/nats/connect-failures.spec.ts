import { ErrorCode, NatsError } from 'nats.ws';
import { describe, expect, it } from 'vitest';
import { connectFailure, type SocketState } from './connect-failures.ts';

const SERVERS = ['wss://nats.example.org'];
const [WHERE] = SERVERS;
const closed: SocketState = { error: null, opened: false };
const failedWith = (message: string): SocketState => ({ error: new Error(message), opened: false });

const told = (error: unknown, socket = closed) => connectFailure(error, socket, SERVERS).error;
const natsError = (code: string) => new NatsError(code, code);

describe('why no connection came about', () => {
  it.each([
    ['getaddrinfo ENOTFOUND nats.example.org', 'no computer of this name is known'],
    ['getaddrinfo EAI_AGAIN nats.example.org', 'no computer of this name is known'],
    ['connect ECONNREFUSED 192.0.2.1:443', 'nothing listens at this port'],
    ['connect EHOSTUNREACH 192.0.2.1:443', 'there is no way to it in the network'],
    ['connect ETIMEDOUT 192.0.2.1:443', 'it does not answer'],
    ['Opening handshake has timed out', 'it does not answer'],
    ['socket hang up', 'it hangs up'],
    // What nobody has words for is told as it is.
    ['connect EADDRNOTAVAIL', 'connect EADDRNOTAVAIL'],
  ])('the socket’s “%s” is told in plain words', (said, why) => {
    expect(told(natsError(ErrorCode.ConnectionRefused), failedWith(said))).toEqual({
      kind: 'retryable',
      code: 'link-unreachable',
      message: `${WHERE} cannot be reached (${why}). Work goes on here; it is tried again.`,
      details: { servers: SERVERS, why },
    });
  });

  it.each([ErrorCode.AuthorizationViolation, ErrorCode.AuthenticationExpired, ErrorCode.AccountExpired])(
    'credentials that the server does not take (%s) are not tried again',
    (code) => {
      expect(told(natsError(code))).toMatchObject({
        kind: 'rejected',
        code: 'link-refused',
        message: `${WHERE} does not accept these credentials. Check user, password, token or credentials file.`,
      });
    },
  );

  it.each([ErrorCode.BadCreds, ErrorCode.BadAuthentication])(
    'credentials that are none (%s) are asked for again',
    (code) => {
      expect(told(natsError(code))).toMatchObject({
        kind: 'wrong-use',
        code: 'credentials-unreadable',
        message: 'The credentials cannot be read. Enter them again, or choose the file again.',
      });
    },
  );

  it.each([
    [
      'self-signed certificate in certificate chain',
      'is not trusted',
      'Give the authority that has signed it.',
    ],
    ['unable to verify the first certificate', 'is not trusted', 'Give the authority that has signed it.'],
    [
      'Hostname/IP does not match certificate’s altnames: Host: nats.example.org. is not in the cert’s altnames: DNS:other.example.org',
      'is for another name',
      'Use the address that it names, or have one issued for this address.',
    ],
    [
      'certificate has expired',
      'is not valid today',
      'Have it renewed, and check the clock of this computer.',
    ],
    [
      'certificate is not yet valid',
      'is not valid today',
      'Have it renewed, and check the clock of this computer.',
    ],
  ])('a certificate: %s', (said, what, next) => {
    const { code, kind, message } = told(natsError(ErrorCode.ConnectionRefused), failedWith(said));
    expect([code, kind]).toEqual(['link-certificate', 'rejected']);
    expect(message).toBe(`The certificate of ${WHERE} ${what} (${said}). ${next}`);
  });

  it('what answers in another language is no websocket of NATS, also where it only stays silent', () => {
    const silent = { error: null, opened: true };
    for (const failed of [
      told(natsError(ErrorCode.ConnectionRefused), failedWith('Unexpected server response: 404')),
      told(natsError(ErrorCode.Timeout), silent),
    ])
      expect(failed).toMatchObject({ code: 'link-not-nats', kind: 'retryable' });
    // A proxy that cannot reach it says 5xx: that passes.
    const proxy = failedWith('Unexpected server response: 502');
    expect(told(natsError(ErrorCode.ConnectionRefused), proxy).code).toBe('link-unreachable');
    expect(told(natsError(ErrorCode.Timeout), closed).code).toBe('link-unreachable');
  });

  it('whatever else is thrown is told as it is, and tried again', () => {
    expect(told(new Error('odd'))).toMatchObject({ code: 'link-unreachable', details: { why: 'odd' } });
    expect(told('odd')).toMatchObject({ code: 'link-unreachable', details: { why: 'odd' } });
  });
});
