/*
 * Preloaded into a server, this makes each fsync and fdatasync cost at least SLOW_SYNC_US microseconds and counts
 * them in the eight bytes of the file SLOW_SYNC_COUNT, which anyone may read while the server runs.
 * On a file system in memory it stands for a disk whose flush time is known, where a real one's is a lottery.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static long cost_us;
static uint64_t *counter;
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);

static int count_file(const char *path) {
  int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd < 0 || ftruncate(fd, sizeof *counter) != 0) return -1;
  void *page = mmap(NULL, sizeof *counter, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close(fd);
  if (page == MAP_FAILED) return -1;
  counter = page;
  return 0;
}

__attribute__((constructor)) static void begin(void) {
  const char *cost = getenv("SLOW_SYNC_US");
  const char *path = getenv("SLOW_SYNC_COUNT");
  cost_us = cost ? atol(cost) : 0;
  real_fsync = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  if (path && count_file(path) != 0) counter = NULL;
}

/* The wait comes before the real call: what is durable is durable only after it. */
static void pay(void) {
  if (counter) __atomic_add_fetch(counter, 1, __ATOMIC_RELAXED);
  if (cost_us <= 0) return;
  struct timespec left = {cost_us / 1000000, (cost_us % 1000000) * 1000};
  while (nanosleep(&left, &left) == -1 && errno == EINTR) continue;
}

int fsync(int fd) {
  pay();
  return real_fsync(fd);
}

int fdatasync(int fd) {
  pay();
  return real_fdatasync(fd);
}
