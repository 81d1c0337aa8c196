import { describe, expect, it } from 'vitest';
import { parseTrace } from './strace.ts';

describe('what strace saw', () => {
  it('is read line by line', () => {
    const text = String.raw`12 pwrite64(24</d/log.db-wal>, "ab\0"..., 4096, 32) = 4096
12 write(1<pipe:[7]>, "{\"commandId\":\"01\"}\n", 19) = 19
12 fdatasync(24</d/log.db-wal>) = -1 EIO (Input/output error) (INJECTED)
12 +++ exited with 0 +++`;
    expect(parseTrace(text)).toEqual([
      { name: 'pwrite64', file: '/d/log.db-wal', text: String.raw`ab\0`, result: '4096' },
      { name: 'write', file: 'pipe:[7]', text: String.raw`{\"commandId\":\"01\"}\n`, result: '19' },
      {
        name: 'fdatasync',
        file: '/d/log.db-wal',
        text: '',
        result: '-1 EIO (Input/output error) (INJECTED)',
      },
    ]);
  });

  it('puts a write where it begins and a sync where it ends, when threads take turns', () => {
    const text = `12 fdatasync(24</d/log.db-wal> <unfinished ...>
13 write(1<pipe:[7]>, "early", 5 <unfinished ...>
12 <... fdatasync resumed>) = 0
13 <... write resumed>) = 5
14 write(9<anon_inode:[eventfd]>, "1", 8) = 8`;
    expect(parseTrace(text).map(({ name, text: written, result }) => [name, written, result])).toEqual([
      ['write', 'early', ''],
      ['fdatasync', '', '0'],
      ['write', '1', '8'],
    ]);
  });
});

it('takes one write of several texts for as many writes', () => {
  const line = String.raw`7 writev(1<pipe:[8]>, [{iov_base="{\"commandId\":1", iov_len=12}, {iov_base="{\"commandId\":2", iov_len=12}], 2) = 24`;
  expect(parseTrace(line).map(({ name, text }) => [name, text])).toEqual([
    ['writev', String.raw`{\"commandId\":1`],
    ['writev', String.raw`{\"commandId\":2`],
  ]);
});

it('counts a text once where a reader that is slow takes a part of it, or nothing, and it is written again', () => {
  const one = String.raw`{iov_base="{\"commandId\":1", iov_len=12}`;
  const two = String.raw`{iov_base="{\"commandId\":2", iov_len=12}`;
  const text = `7 writev(1<pipe:[8]>, [${one}, ${two}], 2) = -1 EAGAIN (Resource temporarily unavailable)
7 writev(1<pipe:[8]>, [${one}, ${two}], 2) = 12
7 writev(1<pipe:[8]>, [${two}], 1 <unfinished ...>
7 <... writev resumed>) = 12`;
  expect(parseTrace(text).map(({ text: written }) => written)).toEqual([
    String.raw`{\"commandId\":1`,
    String.raw`{\"commandId\":2`,
  ]);
});
