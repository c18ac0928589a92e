/* The shim: stands between a program and the system's calls on files (LD_PRELOAD, Linux), to count them, to write them down and to
 * make the n-th of them fail. It looks only at what lies under one folder. shim.py builds it and speaks to it.
 *
 * Within a process it is told what to do by shim_watch, shim_arm and shim_log. A program that can't be told (the desk, in a process
 * of its own) is told by its environment: SHIM_FOLDER, SHIM_LOG, and SHIM_SWITCH: as long as that file exists, the disk is full.
 *
 * Which file a descriptor means is asked of /proc at each call, so that nothing has to be kept account of. Not seen: stores into a
 * mapped file, C's own streams, and what bypasses the C library.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum mode { NOTHING, KILL_BEFORE, KILL_AFTER, TORN, SHORT, FAIL_EIO, FAIL_ENOSPC, FAIL_EROFS };
enum fate { GOES_ON, HALF, FAILS };
enum { LONGEST = 1 << 16 };

struct place { char name[PATH_MAX]; };

static struct place folder;
static const char *switch_file;
static int log_file = -1;
static long at_number, so_far;
static enum mode how;
static int lasting, happened, in_doubt;
static char kinds[LONGEST];
static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

/* --- what it is told */

void shim_watch(const char *path) { snprintf(folder.name, sizeof folder.name, "%s", path); }

void shim_arm(long number, int mode, int from_then_on) {
    at_number = number;
    how = mode;
    lasting = from_then_on;
    so_far = happened = 0;
}

void shim_log(const char *path) {
    if (log_file >= 0) syscall(SYS_close, log_file);
    log_file = path ? syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
}

/* What was called since it was armed, a letter each: o open, w write, s sync, t truncate, n a call on a name. */
const char *shim_kinds(void) {
    kinds[so_far < LONGEST ? so_far : LONGEST - 1] = 0;
    return kinds;
}
int shim_happened(void) { return happened; }

__attribute__((constructor)) static void begin(void) {
    if (getenv("SHIM_FOLDER")) shim_watch(getenv("SHIM_FOLDER"));
    if (getenv("SHIM_LOG")) shim_log(getenv("SHIM_LOG"));
    switch_file = getenv("SHIM_SWITCH");
}

/* --- which file it is about */

static int of_handle(int handle, struct place *found) {
    char link[40];
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    ssize_t length = readlink(link, found->name, sizeof found->name - 1);
    found->name[length < 0 ? 0 : length] = 0;
    return length > 0;
}

static void of_path(int beside, const char *path, struct place *found) {
    struct place base = {{0}};
    if (path[0] != '/') {
        if (beside == AT_FDCWD) { if (!getcwd(base.name, sizeof base.name)) base.name[0] = 0; }
        else of_handle(beside, &base);
    }
    snprintf(found->name, sizeof found->name, "%.*s%s%s", PATH_MAX / 2, base.name, path[0] == '/' ? "" : "/", path);
}

static int is_ours(const struct place *found) {
    size_t length = strlen(folder.name);
    return length && !strncmp(found->name, folder.name, length) && (found->name[length] == '/' || !found->name[length]);
}

/* --- what is written down: kind, lengths of both names, inode, offset, length of the data; the names; the data */

static void note(char kind, const char *name, const char *other, unsigned long long inode, unsigned long long offset,
                 const void *data, unsigned long long length) {
    if (log_file < 0) return;
    unsigned short sizes[2] = {strlen(name), other ? strlen(other) : 0};
    unsigned long long numbers[3] = {inode, offset, length};
    size_t total = 1 + sizeof sizes + sizeof numbers + sizes[0] + sizes[1] + length;
    char *entry = malloc(total), *end = entry;
    if (!entry) abort();
    *end++ = kind;
    end = mempcpy(end, sizes, sizeof sizes);
    end = mempcpy(end, numbers, sizeof numbers);
    end = mempcpy(end, name, sizes[0]);
    if (other) end = mempcpy(end, other, sizes[1]);
    if (length) mempcpy(end, data, length);
    if (syscall(SYS_write, log_file, entry, total) != (long)total) abort();
    free(entry);
}

static void note_file(char kind, const struct place *found, int handle, unsigned long long offset, const void *data, size_t length) {
    int error = errno;
    struct stat seen = {0};
    fstat(handle, &seen);
    note(kind, found->name, NULL, seen.st_ino, offset, data, length);
    errno = error;
}

/* --- what becomes of a call */

static _Noreturn void die(void) {
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;) pause();
}

static enum fate meet(char kind) {
    if (switch_file && !syscall(SYS_faccessat, AT_FDCWD, switch_file, F_OK)) {
        errno = ENOSPC;
        return FAILS;
    }
    if (so_far < LONGEST) kinds[so_far] = kind;
    so_far++;
    in_doubt = 0;
    if (!at_number || so_far < at_number || (so_far > at_number && !lasting)) return GOES_ON;
    happened = 1;
    switch (how) {
    case KILL_BEFORE: die();
    case KILL_AFTER: in_doubt = 1; return GOES_ON;
    case TORN: in_doubt = 1; return HALF;
    case SHORT: return HALF;
    case FAIL_EIO: errno = EIO; return FAILS;
    case FAIL_ENOSPC: errno = ENOSPC; return FAILS;
    case FAIL_EROFS: errno = EROFS; return FAILS;
    default: return GOES_ON;
    }
}

static void done(void) {
    if (in_doubt) die();
}

static long leave(long answer) {
    pthread_mutex_unlock(&one_at_a_time);
    return answer;
}

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)
#define ENTER pthread_mutex_lock(&one_at_a_time)

/* --- the calls */

static int plain_openat(int beside, const char *path, int flags, mode_t mode) {
    return syscall(SYS_openat, beside, path, flags, mode);
}

static int open_it(int beside, const char *path, int flags, mode_t mode) {
    struct place found;
    of_path(beside, path, &found);
    if (!is_ours(&found)) return plain_openat(beside, path, flags, mode);
    ENTER;
    if (meet('o') == FAILS) return leave(-1);
    struct stat before;
    int made = flags & O_CREAT && fstatat(beside, path, &before, AT_SYMLINK_NOFOLLOW);
    int handle = plain_openat(beside, path, flags, mode);
    if (handle >= 0 && made) note_file('C', &found, handle, 0, NULL, 0);
    if (handle >= 0 && !made && flags & O_TRUNC) note_file('T', &found, handle, 0, NULL, 0);
    done();
    return leave(handle);
}

#define WITH_MODE \
    mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }
int open(const char *path, int flags, ...) { WITH_MODE return open_it(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { WITH_MODE return open_it(AT_FDCWD, path, flags | O_LARGEFILE, mode); }
int openat(int beside, const char *path, int flags, ...) { WITH_MODE return open_it(beside, path, flags, mode); }
int openat64(int beside, const char *path, int flags, ...) { WITH_MODE return open_it(beside, path, flags | O_LARGEFILE, mode); }

static ssize_t write_at(int handle, const void *data, size_t length, off64_t offset, int anywhere) {
    struct place found;
    int ours = of_handle(handle, &found) && is_ours(&found);
    if (!ours) return anywhere ? syscall(SYS_write, handle, data, length) : syscall(SYS_pwrite64, handle, data, length, offset);
    ENTER;
    enum fate fate = meet('w');
    if (fate == FAILS) return leave(-1);
    if (fate == HALF && length > 1) length /= 2;
    if (anywhere) {
        struct stat seen;
        int appends = fcntl(handle, F_GETFL) & O_APPEND && !fstat(handle, &seen);
        offset = appends ? seen.st_size : lseek64(handle, 0, SEEK_CUR);
    }
    long wrote = anywhere ? syscall(SYS_write, handle, data, length) : syscall(SYS_pwrite64, handle, data, length, offset);
    if (wrote > 0) note_file('W', &found, handle, offset, data, wrote);
    done();
    return leave(wrote);
}
ssize_t write(int handle, const void *data, size_t length) { return write_at(handle, data, length, 0, 1); }
ssize_t pwrite(int handle, const void *data, size_t length, off_t offset) { return write_at(handle, data, length, offset, 0); }
ssize_t pwrite64(int handle, const void *data, size_t length, off64_t offset) { return write_at(handle, data, length, offset, 0); }

/* Python copies by write when these say that they can't. */
ssize_t sendfile(int to, int from, off_t *offset, size_t length) {
    struct place found;
    REAL(ssize_t, "sendfile", int, int, off_t *, size_t);
    if (!of_handle(to, &found) || !is_ours(&found)) return real(to, from, offset, length);
    errno = EINVAL;
    return -1;
}
ssize_t sendfile64(int to, int from, off64_t *offset, size_t length) { return sendfile(to, from, offset, length); }
ssize_t copy_file_range(int from, off64_t *here, int to, off64_t *there, size_t length, unsigned flags) {
    struct place found;
    REAL(ssize_t, "copy_file_range", int, off64_t *, int, off64_t *, size_t, unsigned);
    if (!of_handle(to, &found) || !is_ours(&found)) return real(from, here, to, there, length, flags);
    errno = EINVAL;
    return -1;
}

static int sync_it(int handle, long call) {
    struct place found;
    if (!of_handle(handle, &found) || !is_ours(&found)) return syscall(call, handle);
    ENTER;
    if (meet('s') == FAILS) return leave(-1);
    int answer = syscall(call, handle);
    struct stat seen = {0};
    fstat(handle, &seen);
    if (!answer) note_file(S_ISDIR(seen.st_mode) ? 'D' : 'S', &found, handle, 0, NULL, 0);
    done();
    return leave(answer);
}
int fsync(int handle) { return sync_it(handle, SYS_fsync); }
int fdatasync(int handle) { return sync_it(handle, SYS_fdatasync); }

int ftruncate64(int handle, off64_t length) {
    struct place found;
    if (!of_handle(handle, &found) || !is_ours(&found)) return syscall(SYS_ftruncate, handle, length);
    ENTER;
    if (meet('t') == FAILS) return leave(-1);
    int answer = syscall(SYS_ftruncate, handle, length);
    if (!answer) note_file('T', &found, handle, length, NULL, 0);
    done();
    return leave(answer);
}
int ftruncate(int handle, off_t length) { return ftruncate64(handle, length); }

/* A call on a name: kind as it is written down, what the system calls it, and its arguments. */
static int on_name(char kind, int beside, const char *path, int to, const char *target, long call, long argument) {
    struct place found, other = {{0}};
    of_path(beside, path, &found);
    if (target) of_path(to, target, &other);
    int ours = is_ours(&found) || (target && is_ours(&other));
    if (ours) {
        ENTER;
        if (meet('n') == FAILS) return leave(-1);
    }
    struct stat seen = {0};
    if (ours) fstatat(beside, path, &seen, AT_SYMLINK_NOFOLLOW);
    int answer = target ? syscall(call, beside, path, to, target, argument) : syscall(call, beside, path, argument);
    if (!ours) return answer;
    int error = errno;
    if (!answer) note(kind, found.name, target ? other.name : NULL, seen.st_ino, 0, NULL, 0);
    done();
    errno = error;
    return leave(answer);
}
int unlink(const char *path) { return on_name('U', AT_FDCWD, path, 0, NULL, SYS_unlinkat, 0); }
int unlinkat(int beside, const char *path, int flags) { return on_name('U', beside, path, 0, NULL, SYS_unlinkat, flags); }
int rmdir(const char *path) { return on_name('U', AT_FDCWD, path, 0, NULL, SYS_unlinkat, AT_REMOVEDIR); }
int mkdir(const char *path, mode_t mode) { return on_name('M', AT_FDCWD, path, 0, NULL, SYS_mkdirat, mode); }
int mkdirat(int beside, const char *path, mode_t mode) { return on_name('M', beside, path, 0, NULL, SYS_mkdirat, mode); }
int rename(const char *path, const char *target) { return on_name('N', AT_FDCWD, path, AT_FDCWD, target, SYS_renameat2, 0); }
int renameat(int beside, const char *path, int to, const char *target) { return on_name('N', beside, path, to, target, SYS_renameat2, 0); }
int link(const char *path, const char *target) { return on_name('L', AT_FDCWD, path, AT_FDCWD, target, SYS_linkat, 0); }
int linkat(int beside, const char *path, int to, const char *target, int flags) {
    return on_name('L', beside, path, to, target, SYS_linkat, flags);
}
