#import <Foundation/Foundation.h>
#import "OrderBook.h"
@import AcmeSDK;

#define LIMIT 100

/// What can be closed.
@protocol Closing <NSObject>
- (void)close;
@end

/** Keeps the orders of one customer. */
@interface OrderBook : NSObject <Closing>

/// Orders so far.
@property (nonatomic, readonly) NSInteger count;

/// Adds an order.
- (BOOL)addOrder:(Order *)order twice:(BOOL)twice;
+ (instancetype)bookWithClient:(Client *)client;

@end

@implementation OrderBook {
    Client *_client;
}

// Adds an order, unless the book is full.
- (BOOL)addOrder:(Order *)order twice:(BOOL)twice {
    if (order == nil || self.count >= LIMIT) {
        return NO;
    }
    for (Line *line in order.lines) {
        while ([_client busy]) {
            [NSThread sleepForTimeInterval:1];
        }
        NSLog(@"%@", line);
    }
    [[_client orders] send:order];
    return YES;
}

+ (instancetype)bookWithClient:(Client *)client {
    return [[OrderBook alloc] init];
}

@end

typedef NS_ENUM(NSInteger, State) {
    StateOpen,
    StateSent
};

struct Pair {
    int first;
};

static int total(int a, int b) {
    return a > b ? max(a, b) : b;
}
