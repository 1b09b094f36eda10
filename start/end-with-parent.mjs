// Loaded into each child of `npm start`: when the parent is killed outright, the child ends too instead of holding the port.
// Node hands the option on to the child's own children, which this must leave alone.
if (process.channel && process.env.FOLKMOOT_PARENT === String(process.ppid)) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
