import type { Outcome, Submission } from '../../domain/contract/commands.ts';
import { failure } from '../../domain/contract/errors.ts';
import type { CommandDefinition } from '../../domain/kernel/command.ts';
import { streamIdOf } from '../../domain/kernel/ids.ts';
import { plainWords } from '../../domain/person/index.ts';
import type { Refusal } from '../../domain/kernel/outcome.ts';
import type { Context, Registry } from '../../domain/kernel/registry.ts';

/** A submission with all that the engine filled in. */
export interface CommandEnvelope extends Submission {
  readonly commandId: string;
  readonly actor: string;
  readonly timestamp: string;
}

/** A command whose data fits its schema, with the stream that it is decided on. */
export interface ParsedCommand {
  readonly envelope: CommandEnvelope;
  readonly definition: CommandDefinition;
  readonly context: Context;
  readonly data: unknown;
  readonly streamId: string;
}

const IN_WORDS = { error: plainWords };
const MAX_ISSUES = 50;
const MAX_TEXT = 300;

interface Issue {
  readonly path: string;
  readonly message: string;
}

/** What was wrong can be as long as what was sent: it is repeated in it. */
function cut(text: string): string {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT)} …`;
}

function describe([first]: readonly Issue[]): string {
  return first === undefined ? '' : ` ${first.path === '' ? 'data' : first.path}: ${first.message}.`;
}

/** Whatever a schema trips over is this command's own failure, never that of those that it came with. */
function parseData(definition: CommandDefinition, { type, data }: CommandEnvelope) {
  try {
    return definition.schema.safeParse(data, IN_WORDS);
  } catch (cause) {
    const message = `The data of ${type} could not be read. Nothing was changed. Send less of it at once; if it fails all the same, report what you did.`;
    const failed = failure('bug', 'command-unreadable', message);
    failed.cause = cause;
    throw failed;
  }
}

/** Throws `command-unknown` or `command-invalid` (details.issues: path and message of each). */
export function parseCommand(registry: Registry, envelope: CommandEnvelope): ParsedCommand {
  const definition = registry.commands.get(envelope.type);
  const context = definition && registry.contexts.get(definition.category);
  if (definition === undefined || context === undefined) {
    const message = `There is no command ${JSON.stringify(envelope.type)}. The catalogue lists them.`;
    throw failure('wrong-use', 'command-unknown', message);
  }
  const parsed = parseData(definition, envelope);
  if (!parsed.success) {
    const issues = parsed.error.issues
      .slice(0, MAX_ISSUES)
      .map((issue) => ({ path: cut(issue.path.join('/')), message: cut(issue.message) }));
    const message = `The data does not fit ${envelope.type}.${describe(issues)} Mend it and send it again.`;
    throw failure('wrong-use', 'command-invalid', message, { issues });
  }
  const data = parsed.data;
  return {
    envelope,
    definition,
    context,
    data,
    streamId: streamIdOf(definition.category, definition.target(data)),
  };
}

export function refusedOutcome(
  commandId: string,
  at: { readonly streamId: string; readonly version: number } | null,
  refusal: Refusal & { readonly status?: 'rejected' | 'conflict' },
): Outcome {
  const { status = 'rejected', code, message, details } = refusal;
  return {
    commandId,
    status,
    streamId: at?.streamId ?? null,
    version: at?.version ?? 0,
    events: [],
    code,
    message,
    ...(details === undefined ? {} : { details }),
  };
}
