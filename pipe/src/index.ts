export * from './bytePipe.ts';
export * from './filePipe.ts';
export * from './firstOf.ts';
export * from './tcpPipe.ts';
